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
final class Bootstrap {
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
            double[] known =
                    Arrays.stream(drawn)
                            .mapToDouble(d -> d[figure])
                            .filter(v -> !Double.isNaN(v))
                            .sorted()
                            .toArray();
            boolean enough =
                    tally.cells().traces() >= LEAST_TRACES
                            && !Double.isNaN(values[f])
                            && known.length >= LEAST_KNOWN * drawn.length;
            estimates.add(
                    enough
                            ? new Estimate(
                                    values[f], quantile(known, 0.025), quantile(known, 0.975))
                            : new Estimate(values[f], Double.NaN, Double.NaN));
        }
        return estimates;
    }

    /** Between neighbours in proportion, as numpy and R (type 7) do. */
    static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) Math.floor(at);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
