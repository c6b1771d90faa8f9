package org.stepwright.prm.eval;

import java.util.List;
import java.util.Map;

/**
 * How well one score a trace tells right outcomes from wrong ones.
 *
 * @param auroc the area under the ROC curve in [0, 1], a right outcome being positive; NaN when all
 *     outcomes are the same
 * @param low the lower end of its 95 % bootstrap interval; NaN when auroc is
 * @param high the upper end
 * @param right traces with a right outcome
 * @param wrong traces with a wrong outcome
 * @param groups how many groups of traces were drawn from
 */
public record OutcomeAuroc(
        double auroc, double low, double high, int right, int wrong, int groups) {
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
        double auroc = sorted.auroc();
        List<Double> ends = List.of(Double.NaN, Double.NaN);
        if (!Double.isNaN(auroc)) {
            ends =
                    Bootstrap.intervals(
                                    count,
                                    seed,
                                    Map.of("auroc", d -> sorted.auroc(i -> d[groups[i]])))
                            .get("auroc");
        }
        return new OutcomeAuroc(
                auroc, ends.get(0), ends.get(1), positives, groups.length - positives, count);
    }
}
