package org.stepwright.quality;

import java.util.SplittableRandom;

/**
 * Whether counts differ between stretches of time: Pearson's χ² as the statistic, and for its p the
 * traces dealt out to the stretches anew, each stretch with as many traces as it has. The steps of
 * a trace hang together, so χ²'s own distribution would cry wolf; dealing out whole traces does
 * not.
 */
final class SliceComparison {
    static final int DEALS = 1999;

    private SliceComparison() {}

    /**
     * @param counts by trace, in the order of time: how often each value occurs
     * @param slices by trace: the number of its stretch, from 0
     * @param seed the same seed gives the same p
     * @return the share of deals, the observed one among them, with at least this χ²; NaN when
     *     there is only one value or one stretch
     */
    static double p(int[][] counts, int[] slices, long seed) {
        double observed = chiSquare(counts, slices);
        if (Double.isNaN(observed)) {
            return Double.NaN;
        }
        SplittableRandom random = new SplittableRandom(seed);
        int[] dealt = slices.clone();
        int atLeast = 1;
        for (int deal = 0; deal < DEALS; deal++) {
            for (int i = dealt.length - 1; i > 0; i--) {
                int other = random.nextInt(i + 1);
                int slice = dealt[i];
                dealt[i] = dealt[other];
                dealt[other] = slice;
            }
            atLeast += chiSquare(counts, dealt) >= observed - 1e-9 ? 1 : 0;
        }
        return atLeast / (DEALS + 1.0);
    }

    /**
     * Pearson's χ² of stretches times values, without a correction; values that no trace has do not
     * count. NaN when fewer than two of either are in use.
     */
    static double chiSquare(int[][] counts, int[] slices) {
        int values = counts.length == 0 ? 0 : counts[0].length;
        int last = 0;
        for (int slice : slices) {
            last = Math.max(last, slice);
        }
        double[][] table = new double[last + 1][values];
        double[] bySlice = new double[last + 1];
        double[] byValue = new double[values];
        double total = 0;
        for (int t = 0; t < counts.length; t++) {
            for (int v = 0; v < values; v++) {
                table[slices[t]][v] += counts[t][v];
                bySlice[slices[t]] += counts[t][v];
                byValue[v] += counts[t][v];
                total += counts[t][v];
            }
        }
        if (inUse(bySlice) < 2 || inUse(byValue) < 2) {
            return Double.NaN;
        }
        double sum = 0;
        for (int s = 0; s <= last; s++) {
            for (int v = 0; v < values; v++) {
                double expected = bySlice[s] * byValue[v] / total;
                double off = table[s][v] - expected;
                sum += expected == 0 ? 0 : off * off / expected;
            }
        }
        return sum;
    }

    private static int inUse(double[] totals) {
        int n = 0;
        for (double total : totals) {
            n += total > 0 ? 1 : 0;
        }
        return n;
    }
}
