package org.stepwright.audit;

import java.util.Locale;
import java.util.Objects;

/**
 * How well one trivial fact alone tells wrong steps from others, on problems that it was not fitted
 * on.
 *
 * @param fact what was looked at
 * @param auroc how often, of a wrong step and another one, the fact picks the wrong one; a tie
 *     counts one half; 0.5 is chance
 * @param low lower end of its 95 % interval
 * @param high upper end
 * @param accuracy share of steps whose label the fact alone gives
 * @param baseRate share of steps whose label the more frequent label alone gives
 * @param gainLow lower end of the 95 % interval of accuracy less base rate
 * @param gainHigh upper end
 * @param steps how many labelled steps
 * @param values how many different values the fact has
 * @param problems how many problems the steps belong to, near enough
 */
public record Shortcut(
        Fact fact,
        double auroc,
        double low,
        double high,
        double accuracy,
        double baseRate,
        double gainLow,
        double gainHigh,
        long steps,
        int values,
        int problems) {
    /** What may tell the label though it has nothing to do with what is right. */
    public enum Fact {
        /** Characters of the step. */
        LENGTH("length of a step"),
        /** The step's place from the start. */
        POSITION("place of a step in its answer"),
        /** The model that wrote the answer. */
        GENERATOR("model that wrote the answer"),
        /** The data set or connection. */
        SOURCE("source of the answer"),
        /** The file. */
        FILE("file of the answer"),
        /** Who labelled. */
        ANNOTATOR("person who labelled");

        private final String words;

        Fact(String words) {
            this.words = words;
        }

        /**
         * @return what it is, in words that a sentence can hold
         */
        public String words() {
            return words;
        }
    }

    /** Validates. */
    public Shortcut {
        Objects.requireNonNull(fact, "fact");
    }

    /**
     * @param limit a share in [0.5, 1]
     * @return whether the interval of the AUROC lies above it
     */
    public boolean over(double limit) {
        return low > limit;
    }

    /**
     * @return what it says, one plain sentence
     */
    public String sentence() {
        return String.format(
                Locale.ROOT,
                "The %s alone tells wrong steps from others: of one of each it picks the wrong one"
                        + " %.0f times in 100 (%.0f to %.0f; chance is 50), and it gives the right"
                        + " label to %.0f %% of steps where always saying the more frequent label"
                        + " gives it to %.0f %%.",
                fact.words(),
                100 * auroc,
                100 * low,
                100 * high,
                100 * accuracy,
                100 * baseRate);
    }
}
