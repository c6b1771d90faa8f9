package org.stepwright.rubric;

import java.util.List;

/** What changed from one rubric to another. */
public final class RubricDiff {
    private RubricDiff() {}

    /**
     * @param before the older rubric
     * @param after the newer rubric
     * @return the differences in the order of the rubric; empty exactly when both are equal
     */
    public static List<Change> between(Rubric before, Rubric after) {
        throw new UnsupportedOperationException();
    }
}
