package org.stepwright.label;

import java.time.Instant;
import java.util.Objects;

/**
 * Which of two answers to one problem somebody prefers. The pair has no order of its own: the
 * answer whose id sorts first is always {@code first}, whichever side it was shown on.
 *
 * @param first the id of one answer's trace
 * @param second the id of the other's; sorts after {@code first}
 * @param choice which one is better
 * @param reason why, maybe empty
 * @param annotator who
 * @param at when
 */
public record Preference(
        String first, String second, Choice choice, String reason, String annotator, Instant at) {
    /** Which of the two. */
    public enum Choice {
        /** The first one. */
        FIRST,
        /** The second one. */
        SECOND,
        /** They are equally good. */
        TIE,
        /** Neither is any good. */
        NEITHER;

        /**
         * @return the same choice with the two answers swapped
         */
        public Choice swapped() {
            return switch (this) {
                case FIRST -> SECOND;
                case SECOND -> FIRST;
                case TIE, NEITHER -> this;
            };
        }
    }

    /** Validates. */
    public Preference {
        Objects.requireNonNull(choice, "choice");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(at, "at");
        if (first.compareTo(second) >= 0) {
            throw new IllegalArgumentException("A pair stands in the order of its ids.");
        }
        if (annotator == null || annotator.isBlank()) {
            throw new IllegalArgumentException("A preference names its annotator.");
        }
    }

    /**
     * @param left the id of the answer at one side
     * @param right the id of the answer at the other; another one
     * @param choice FIRST for the left one
     * @param reason why, maybe empty
     * @param annotator who
     * @param at when
     * @return the preference, with the pair in its order
     */
    public static Preference of(
            String left, String right, Choice choice, String reason, String annotator, Instant at) {
        return left.compareTo(right) < 0
                ? new Preference(left, right, choice, reason, annotator, at)
                : new Preference(right, left, choice.swapped(), reason, annotator, at);
    }
}
