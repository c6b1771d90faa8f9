package org.stepwright.agreement;

import java.util.List;
import org.stepwright.label.LabelledTrace;

/** Measures of agreement between annotators. */
public final class Agreement {
    /** How far apart two values are. */
    public enum Measure {
        /** The same or not. */
        NOMINAL,
        /** By the number of values ranked between them. */
        ORDINAL
    }

    private Agreement() {}

    /**
     * Cohen's κ of two annotators.
     *
     * @param first one value an item
     * @param second one value an item, in the same order
     * @return at most 1; NaN when there are no items or chance alone explains everything
     * @throws IllegalArgumentException when the sizes differ
     */
    public static double cohenKappa(List<?> first, List<?> second) {
        throw new UnsupportedOperationException();
    }

    /**
     * Fleiss' κ of many annotators.
     *
     * @param counts for each item, how many annotators chose each category; every row has the same
     *     length and the same sum of at least 2
     * @return at most 1; NaN when there are no items or only one category is in use
     * @throws IllegalArgumentException when rows differ in length or in sum
     */
    public static double fleissKappa(int[][] counts) {
        throw new UnsupportedOperationException();
    }

    /**
     * Krippendorff's α of many annotators, with missing values.
     *
     * @param ratings ratings[annotator][item]; NaN where an annotator said nothing
     * @param measure how far apart two values are
     * @return at most 1; NaN when no item has two values or only one value is in use
     * @throws IllegalArgumentException when rows differ in length
     */
    public static double krippendorffAlpha(double[][] ratings, Measure measure) {
        throw new UnsupportedOperationException();
    }

    /**
     * The share of traces on which all annotators give the same first error.
     *
     * @param firstErrors for each trace the first errors by annotator: a step's index, or -1 for
     *     none; traces with fewer than two are left out
     * @return in [0, 1]; NaN when no trace has two
     */
    public static double firstErrorAgreement(List<List<Integer>> firstErrors) {
        throw new UnsupportedOperationException();
    }

    /**
     * All measures on the verdicts of traces. Candidates other than 0 are left out.
     *
     * @param traces labelled traces
     * @return the report
     */
    public static AgreementReport of(List<LabelledTrace> traces) {
        throw new UnsupportedOperationException();
    }
}
