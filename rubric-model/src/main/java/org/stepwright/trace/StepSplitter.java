package org.stepwright.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Cuts a whole text into steps; the same steps that {@link StepStream} gives for any chunks of it.
 *
 * @param rule where to cut
 */
public record StepSplitter(SplitRule rule) {
    /** Validates. */
    public StepSplitter {
        Objects.requireNonNull(rule, "rule");
    }

    /**
     * @param text an answer
     * @return its steps in order, none of them blank; {@code <think>} blocks become {@link
     *     StepKind#THOUGHT} steps
     */
    public List<Step> split(String text) {
        StepStream stream = new StepStream(rule);
        List<Step> steps = new ArrayList<>(stream.feed(text));
        steps.addAll(stream.finish());
        return List.copyOf(steps);
    }
}
