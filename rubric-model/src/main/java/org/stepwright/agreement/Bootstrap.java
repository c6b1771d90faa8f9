package org.stepwright.agreement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The percentile bootstrap (Efron &amp; Tibshirani 1993, "An Introduction to the Bootstrap",
 * chapter 13) over whole traces: the steps of one trace hang together, so steps are not drawn one
 * by one. Every figure is computed from the same draws.
 */
public final class Bootstrap {
    /** With fewer traces than this the draws are too much alike to tell anything. */
    static final int LEAST_TRACES = 5;

    /** A figure needs a value in this share of the draws. */
    private static final double LEAST_KNOWN = 0.9;

    /** As many additions as a person waits for. */
    private static final long MOST_WORK = 1_500_000_000L;

    private static final int FEWEST_DRAWS = 100;

    private final int[] order;
    private final int draws;
    private final long seed;

    /**
     * @param order the traces' indexes in an order that does not depend on how they were read
     * @param draws how many resamples, at least 1
     * @param seed the same seed gives the same intervals
     */
    Bootstrap(int[] order, int draws, long seed) {
        this.order = order.clone();
        this.draws = draws;
        this.seed = seed;
    }

    /** As many draws as were asked for; fewer, but at least 100, where that would take long. */
    int draws(List<Tally> tallies) {
        long once = 1;
        for (Tally tally : tallies) {
            once += tally.cells().size() + (long) tally.cells().width() * tally.figures().size();
        }
        return (int) Math.min(draws, Math.max(FEWEST_DRAWS, MOST_WORK / once));
    }

    /**
     * @param tallies counts and figures
     * @return for each of them an estimate a figure
     */
    List<List<Estimate>> estimates(List<Tally> tallies) {
        int n = draws(tallies);
        double[][][] drawn = new double[tallies.size()][n][];
        SplittableRandom random = new SplittableRandom(seed);
        int[] times = new int[order.length];
        for (int draw = 0; draw < n; draw++) {
            Arrays.fill(times, 0);
            for (int i = 0; i < order.length; i++) {
                times[order[random.nextInt(order.length)]]++;
            }
            for (int t = 0; t < drawn.length; t++) {
                drawn[t][draw] = tallies.get(t).figuresOf(times);
            }
        }
        Arrays.fill(times, 1);
        List<List<Estimate>> estimates = new ArrayList<>(drawn.length);
        for (int t = 0; t < drawn.length; t++) {
            estimates.add(estimates(tallies.get(t), times, drawn[t]));
        }
        return estimates;
    }

    private static List<Estimate> estimates(Tally tally, int[] once, double[][] drawn) {
        double[] values = tally.figuresOf(once);
        List<Estimate> estimates = new ArrayList<>(values.length);
        for (int f = 0; f < values.length; f++) {
            int figure = f;
            double[] own = Arrays.stream(drawn).mapToDouble(d -> d[figure]).toArray();
            estimates.add(
                    tally.cells().traces() < LEAST_TRACES
                            ? new Estimate(values[f], Double.NaN, Double.NaN)
                            : estimate(values[f], own));
        }
        return estimates;
    }

    /**
     * @param value the figure
     * @param drawn the same figure of each sample that was drawn; NaN where a sample has none
     * @return the figure and where the middle 95 % of the samples lie; without an interval when
     *     fewer than nine in ten samples have the figure
     */
    public static Estimate estimate(double value, double[] drawn) {
        double[] known = Arrays.stream(drawn).filter(v -> !Double.isNaN(v)).sorted().toArray();
        return Double.isNaN(value) || known.length == 0 || known.length < LEAST_KNOWN * drawn.length
                ? new Estimate(value, Double.NaN, Double.NaN)
                : new Estimate(value, quantile(known, 0.025), quantile(known, 0.975));
    }

    /**
     * A quantile, between neighbours in proportion, as numpy and R (type 7) take it.
     *
     * @param sorted values, rising; at least one
     * @param share in [0, 1]
     * @return the quantile
     */
    public static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) Math.floor(at);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
