package org.stepwright.prm.eval;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * Percentile bootstrap: whole problems are drawn with replacement, as steps and answers of one
 * problem are not independent. Deterministic for a seed.
 */
final class Bootstrap {
    static final int RESAMPLES = 1000;

    private Bootstrap() {}

    /**
     * @param groups how many problems there are
     * @param seed any number
     * @param statistics by name, each a number from how often each problem was drawn; NaN when a
     *     draw cannot say
     * @return by name the 2.5th and the 97.5th percentile; both NaN when no draw could say
     */
    static Map<String, List<Double>> intervals(
            int groups, long seed, Map<String, ToDoubleFunction<int[]>> statistics) {
        Map<String, double[]> values = new LinkedHashMap<>();
        statistics.keySet().forEach(name -> values.put(name, new double[RESAMPLES]));
        SplittableRandom random = new SplittableRandom(seed);
        int[] drawn = new int[groups];
        for (int resample = 0; resample < RESAMPLES; resample++) {
            Arrays.fill(drawn, 0);
            for (int i = 0; i < groups; i++) {
                drawn[random.nextInt(groups)]++;
            }
            int at = resample;
            statistics.forEach(
                    (name, statistic) -> values.get(name)[at] = statistic.applyAsDouble(drawn));
        }
        Map<String, List<Double>> intervals = new LinkedHashMap<>();
        values.forEach((name, all) -> intervals.put(name, interval(all)));
        return intervals;
    }

    private static List<Double> interval(double[] values) {
        double[] sorted = Arrays.stream(values).filter(v -> !Double.isNaN(v)).sorted().toArray();
        return List.of(percentile(sorted, 0.025), percentile(sorted, 0.975));
    }

    /** Linear between neighbours, as numpy's default. */
    static double percentile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double at = share * (sorted.length - 1);
        int below = (int) Math.floor(at);
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
