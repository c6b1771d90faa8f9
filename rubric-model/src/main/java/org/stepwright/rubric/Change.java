package org.stepwright.rubric;

import java.util.Objects;

/**
 * One difference between two rubrics.
 *
 * @param where what changed: {@code rubric title}, {@code stage ID}, {@code criterion ID weight}
 * @param before how it was, for people; empty when it was added
 * @param after how it is, for people; empty when it was removed
 */
public record Change(String where, String before, String after) {
    /** Validates. */
    public Change {
        Objects.requireNonNull(where, "where");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }
}
