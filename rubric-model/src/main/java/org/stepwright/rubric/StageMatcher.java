package org.stepwright.rubric;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.stepwright.trace.Step;

/**
 * Tells which stage of a rubric a step belongs to.
 *
 * @param rubric the rubric
 */
public record StageMatcher(Rubric rubric) {
    /** Validates. */
    public StageMatcher {
        Objects.requireNonNull(rubric, "rubric");
    }

    /**
     * @param prefix the steps up to and including the one in question
     * @return the last step's stage; empty when none matches
     */
    public Optional<Stage> stageOf(List<Step> prefix) {
        throw new UnsupportedOperationException();
    }
}
