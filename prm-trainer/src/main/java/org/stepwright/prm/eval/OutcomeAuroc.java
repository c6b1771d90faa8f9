package org.stepwright.prm.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How well one score a trace tells right outcomes from wrong ones.
 *
 * @param auroc the area under the ROC curve in [0, 1], a right outcome being positive; NaN when all
 *     outcomes are the same
 * @param low the lower end of its 95 % bootstrap interval; NaN when auroc is, or with one group
 * @param high the upper end
 * @param within the same over pairs of traces of one group only, so that hard and easy groups do
 *     not count; NaN when no group has both outcomes
 * @param withinLow the lower end of its interval
 * @param withinHigh the upper end
 * @param right traces with a right outcome
 * @param wrong traces with a wrong outcome
 * @param groups how many groups of traces were drawn from
 */
public record OutcomeAuroc(
        double auroc,
        double low,
        double high,
        double within,
        double withinLow,
        double withinHigh,
        int right,
        int wrong,
        int groups) {
    /** Drawing from one group says nothing about another. */
    private static final Map<String, List<Double>> UNKNOWN =
            Map.of(
                    "all", List.of(Double.NaN, Double.NaN),
                    "within", List.of(Double.NaN, Double.NaN));

    /**
     * @param scores finite scores, one a trace; more is better
     * @param right whether each trace ended right
     * @param groups each trace's group, from 0; whole groups are drawn, as traces of one task are
     *     not independent
     * @param seed any number; the same one gives the same interval
     * @return the area with its interval from 1,000 draws
     * @throws IllegalArgumentException when the sizes differ, a score is not finite or a group is
     *     under 0
     */
    public static OutcomeAuroc of(double[] scores, boolean[] right, int[] groups, long seed) {
        Metrics.requireSameSize(scores.length, groups.length);
        SortedScores sorted = new SortedScores(scores, right);
        int count = 0;
        int positives = 0;
        for (int i = 0; i < groups.length; i++) {
            if (groups[i] < 0) {
                throw new IllegalArgumentException("Groups count from 0.");
            }
            count = Math.max(count, groups[i] + 1);
            positives += right[i] ? 1 : 0;
        }
        double[][] pairs = pairs(scores, right, groups, count);
        int[] once = new int[count];
        Arrays.fill(once, 1);
        Map<String, ToDoubleFunction<int[]>> statistics = new LinkedHashMap<>();
        statistics.put("all", d -> sorted.auroc(i -> d[groups[i]]));
        statistics.put("within", d -> within(pairs, d));
        Map<String, List<Double>> ends =
                count < 2 ? UNKNOWN : Bootstrap.intervals(count, seed, statistics);
        return new OutcomeAuroc(
                sorted.auroc(),
                ends.get("all").get(0),
                ends.get("all").get(1),
                within(pairs, once),
                ends.get("within").get(0),
                ends.get("within").get(1),
                positives,
                groups.length - positives,
                count);
    }

    /** Of each group: pairs of a right and a wrong trace that are won, a tie for half; and all. */
    private static double[][] pairs(double[] scores, boolean[] right, int[] groups, int count) {
        double[][] pairs = new double[count][2];
        Map<Integer, List<Integer>> members = new LinkedHashMap<>();
        for (int i = 0; i < groups.length; i++) {
            members.computeIfAbsent(groups[i], g -> new ArrayList<>()).add(i);
        }
        members.forEach(
                (group, items) -> {
                    double[] own =
                            items.stream()
                                    .filter(i -> right[i])
                                    .mapToDouble(i -> scores[i])
                                    .toArray();
                    double[] others =
                            items.stream()
                                    .filter(i -> !right[i])
                                    .mapToDouble(i -> scores[i])
                                    .toArray();
                    for (double a : own) {
                        for (double b : others) {
                            pairs[group][0] += a > b ? 1 : a == b ? 0.5 : 0;
                            pairs[group][1]++;
                        }
                    }
                });
        return pairs;
    }

    private static double within(double[][] pairs, int[] drawn) {
        double won = 0;
        double all = 0;
        for (int g = 0; g < pairs.length; g++) {
            won += drawn[g] * pairs[g][0];
            all += drawn[g] * pairs[g][1];
        }
        return all == 0 ? Double.NaN : won / all;
    }
}
