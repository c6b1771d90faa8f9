package org.stepwright.rubric;

import java.util.List;
import java.util.Objects;

/**
 * What came of accepting some edits.
 *
 * @param rubric the rubric with those that fit
 * @param skipped those that did not fit, since they rest on one that was left out
 */
public record Taken(Rubric rubric, List<RubricEdit> skipped) {
    /** Copies. */
    public Taken {
        Objects.requireNonNull(rubric, "rubric");
        skipped = List.copyOf(skipped);
    }
}
