package org.stepwright.verify;

import java.util.List;
import java.util.Objects;
import org.stepwright.trace.Step;

/**
 * What a check of a step may see: the problem and the steps up to and including it. Later steps and
 * labels are not here, so no check can depend on them.
 *
 * @param problem what was asked
 * @param reference the reference answer, or null if there is none
 * @param steps the steps so far, at least one; the last is the one that is checked
 */
public record Prefix(String problem, String reference, List<Step> steps) {
    /** Validates. */
    public Prefix {
        Objects.requireNonNull(problem, "problem");
        steps = List.copyOf(steps);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException("A prefix ends with the step that is checked.");
        }
    }

    /**
     * @return the step that is checked
     */
    public Step step() {
        return steps.get(steps.size() - 1);
    }
}
