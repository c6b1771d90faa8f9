package org.stepwright.trace;

import java.util.List;
import java.util.Objects;

/**
 * A conversation as a problem and steps.
 *
 * @param problem the system's and the user's messages before the assistant's first
 * @param steps the assistant's messages and tool calls
 */
public record ChatTrace(String problem, List<Step> steps) {
    /** Validates. */
    public ChatTrace {
        Objects.requireNonNull(problem, "problem");
        steps = List.copyOf(steps);
    }
}
