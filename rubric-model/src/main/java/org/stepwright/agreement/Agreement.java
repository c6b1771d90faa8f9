package org.stepwright.agreement;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stepwright.label.LabelledTrace;

/** Measures of agreement between annotators. Each is 1 when all agree and about 0 by chance. */
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
     * Cohen's κ of two annotators (Cohen 1960): (p_o - p_e) / (1 - p_e).
     *
     * @param first one value an item
     * @param second one value an item, in the same order
     * @return at most 1; NaN when there are no items or both use one and the same value only
     * @throws IllegalArgumentException when the sizes differ
     */
    public static double cohenKappa(List<?> first, List<?> second) {
        if (first.size() != second.size()) {
            throw new IllegalArgumentException("Both annotators judge the same items.");
        }
        double n = first.size();
        Map<Object, Integer> firstCounts = new HashMap<>();
        Map<Object, Integer> secondCounts = new HashMap<>();
        double same = 0;
        for (int i = 0; i < first.size(); i++) {
            firstCounts.merge(first.get(i), 1, Integer::sum);
            secondCounts.merge(second.get(i), 1, Integer::sum);
            same += first.get(i).equals(second.get(i)) ? 1 : 0;
        }
        double expected = 0;
        for (Map.Entry<Object, Integer> e : firstCounts.entrySet()) {
            expected += e.getValue() / n * (secondCounts.getOrDefault(e.getKey(), 0) / n);
        }
        return beyondChance(same / n, expected);
    }

    static double beyondChance(double observed, double expected) {
        return 1 - expected < 1e-12 ? Double.NaN : (observed - expected) / (1 - expected);
    }

    /**
     * Fleiss' κ of many annotators (Fleiss 1971).
     *
     * @param counts for each item, how many annotators chose each category; every row has the same
     *     length and the same sum of at least 2
     * @return at most 1; NaN when there are no items or only one category is in use
     * @throws IllegalArgumentException when rows differ in length or in sum
     */
    public static double fleissKappa(int[][] counts) {
        if (counts.length == 0) {
            return Double.NaN;
        }
        int raters = sum(counts[0]);
        double[] shares = new double[counts[0].length];
        double observed = 0;
        for (int[] row : counts) {
            if (row.length != shares.length || sum(row) != raters || raters < 2) {
                throw new IllegalArgumentException(
                        "Every item has the same categories and the same number of judgements, at"
                                + " least two.");
            }
            double pairs = 0;
            for (int c = 0; c < row.length; c++) {
                shares[c] += row[c] / ((double) raters * counts.length);
                pairs += (double) row[c] * (row[c] - 1);
            }
            observed += pairs / ((double) raters * (raters - 1)) / counts.length;
        }
        double expected = 0;
        for (double share : shares) {
            expected += share * share;
        }
        return beyondChance(observed, expected);
    }

    private static int sum(int[] row) {
        int sum = 0;
        for (int value : row) {
            sum += value;
        }
        return sum;
    }

    /**
     * Krippendorff's α of many annotators, with missing values (Krippendorff 2011, "Computing
     * Krippendorff's Alpha-Reliability").
     *
     * @param ratings ratings[annotator][item]; NaN where an annotator said nothing
     * @param measure how far apart two values are
     * @return at most 1; NaN when no item has two values or only one value is in use
     * @throws IllegalArgumentException when rows differ in length
     */
    public static double krippendorffAlpha(double[][] ratings, Measure measure) {
        int items = ratings.length == 0 ? 0 : ratings[0].length;
        RatingRows rows = new RatingRows();
        for (int item = 0; item < items; item++) {
            rows.add(0, said(ratings, item));
        }
        return rows.build().figuresOf(new int[] {1})[measure.ordinal()];
    }

    private static double[] said(double[][] ratings, int item) {
        for (double[] row : ratings) {
            if (row.length != ratings[0].length) {
                throw new IllegalArgumentException("Every annotator has a place for every item.");
            }
        }
        return Arrays.stream(ratings)
                .mapToDouble(row -> row[item])
                .filter(v -> !Double.isNaN(v))
                .toArray();
    }

    /**
     * The share of traces on which all annotators give the same first error.
     *
     * @param firstErrors for each trace the first errors by annotator: a step's index, or -1 for
     *     none; traces with fewer than two are left out
     * @return in [0, 1]; NaN when no trace has two
     */
    public static double firstErrorAgreement(List<List<Integer>> firstErrors) {
        long counted = 0;
        long same = 0;
        for (List<Integer> ofTrace : firstErrors) {
            if (ofTrace.size() >= 2) {
                Set<Integer> different = new HashSet<>(ofTrace);
                counted++;
                same += different.size() == 1 ? 1 : 0;
            }
        }
        return counted == 0 ? Double.NaN : (double) same / counted;
    }

    /**
     * All measures on the verdicts of traces. Only what people said counts: labels made in the
     * workbench or imported. Adjudicated, synthetic and rollout labels, and candidates other than
     * 0, are left out.
     *
     * @param traces labelled traces
     * @return the report
     */
    public static AgreementReport of(List<LabelledTrace> traces) {
        AgreementCollector collector = new AgreementCollector(StageOf.none());
        traces.forEach(collector::add);
        return collector.report();
    }
}
