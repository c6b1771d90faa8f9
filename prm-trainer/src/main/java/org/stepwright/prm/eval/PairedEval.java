package org.stepwright.prm.eval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.function.ToDoubleFunction;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.score.TraceScore;
import org.stepwright.trace.ProblemGroups;

/**
 * Compares two models on the same traces, over several rounds, such as seeds. A figure is the mean
 * over the rounds; the interval of the difference is a percentile bootstrap over problems
 * (near-duplicates being one): a problem that is drawn counts in every round that holds it, for
 * both models. Stateless.
 */
public final class PairedEval {
    /** ProcessBench's F1, in percent. */
    public static final String F1 = "f1";

    /** Area under the ROC curve per step, in [0, 1]. */
    public static final String AUROC = "auroc";

    /** Brier score per step, in [0, 1]; less is better. */
    public static final String BRIER = "brier";

    private PairedEval() {}

    /**
     * @param rounds at least one
     * @param neutral what a neutral verdict counts as
     * @param seed of the bootstrap
     * @return {@link #F1}, {@link #AUROC} and {@link #BRIER}, in this order
     */
    public static Map<String, PairedRow> compare(
            List<PairedRound> rounds, NeutralPolicy neutral, long seed) {
        List<List<String>> problems = new ArrayList<>();
        rounds.forEach(r -> r.rows().forEach(row -> problems.add(row.trace().problems())));
        ProblemGroups groups = ProblemGroups.ofRows(problems);
        List<Side> before = new ArrayList<>();
        List<Side> after = new ArrayList<>();
        int from = 0;
        for (PairedRound round : rounds) {
            int start = from;
            IntUnaryOperator group = row -> groups.group(start + row);
            before.add(
                    new Side(
                            round.rows(), round.before(), round.thresholdBefore(), neutral, group));
            after.add(
                    new Side(round.rows(), round.after(), round.thresholdAfter(), neutral, group));
            from += round.rows().size();
        }
        return rows(before, after, groups.count(), seed);
    }

    private static Map<String, PairedRow> rows(
            List<Side> before, List<Side> after, int groups, long seed) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        figures.put(F1, Side::f1);
        figures.put(AUROC, Side::auroc);
        figures.put(BRIER, Side::brier);
        Map<String, ToDoubleFunction<int[]>> differences = new LinkedHashMap<>();
        figures.forEach(
                (name, figure) ->
                        differences.put(
                                name,
                                drawn -> mean(after, figure, drawn) - mean(before, figure, drawn)));
        Map<String, List<Double>> intervals =
                groups < 2 ? Map.of() : Bootstrap.intervals(groups, seed, differences);
        int[] once = new int[groups];
        Arrays.fill(once, 1);
        Map<String, PairedRow> rows = new LinkedHashMap<>();
        figures.forEach(
                (name, figure) -> {
                    List<Double> ends =
                            intervals.getOrDefault(name, List.of(Double.NaN, Double.NaN));
                    rows.put(
                            name,
                            new PairedRow(
                                    mean(before, figure, once),
                                    mean(after, figure, once),
                                    ends.get(0),
                                    ends.get(1)));
                });
        return rows;
    }

    private static double mean(List<Side> sides, Figure figure, int[] drawn) {
        return sides.stream().mapToDouble(s -> figure.of(s, drawn)).average().orElse(Double.NaN);
    }

    /** A figure of one model in one round, problems counting as often as they were drawn. */
    private interface Figure {
        double of(Side side, int[] drawn);
    }

    /** One model in one round. */
    private static final class Side {
        private final int[] groupOfTrace;
        private final boolean[] wrong;
        private final boolean[] hit;
        private final int[] groupOfStep;
        private final double[] errors;
        private final SortedScores sorted;

        Side(
                List<LabelledTrace> rows,
                List<List<Double>> rewards,
                double threshold,
                NeutralPolicy neutral,
                IntUnaryOperator group) {
            List<int[]> traces = new ArrayList<>();
            List<double[]> steps = new ArrayList<>();
            for (int t = 0; t < rows.size(); t++) {
                Gold gold = Gold.of(rows.get(t), neutral);
                Metrics.requireSameSize(rewards.get(t).size(), gold.steps());
                int of = group.applyAsInt(t);
                if (gold.firstError().isPresent() && gold.steps() > 0) {
                    int first = gold.firstError().getAsInt();
                    int called = TraceScore.firstErrorUnder(rewards.get(t), threshold);
                    traces.add(new int[] {of, first >= 0 ? 1 : 0, called == first ? 1 : 0});
                }
                for (int s = 0; s < gold.steps(); s++) {
                    if (!Double.isNaN(gold.reward(s))) {
                        steps.add(new double[] {of, gold.reward(s), rewards.get(t).get(s)});
                    }
                }
            }
            groupOfTrace = traces.stream().mapToInt(t -> t[0]).toArray();
            wrong = flags(traces, 1);
            hit = flags(traces, 2);
            groupOfStep = steps.stream().mapToInt(s -> (int) s[0]).toArray();
            double[] scores = steps.stream().mapToDouble(s -> s[2]).toArray();
            boolean[] correct = new boolean[scores.length];
            errors = new double[scores.length];
            for (int i = 0; i < scores.length; i++) {
                correct[i] = steps.get(i)[1] > 0.5;
                double distance = scores[i] - (correct[i] ? 1 : 0);
                errors[i] = distance * distance;
            }
            sorted = new SortedScores(scores, correct);
        }

        private static boolean[] flags(List<int[]> traces, int at) {
            boolean[] flags = new boolean[traces.size()];
            for (int i = 0; i < flags.length; i++) {
                flags[i] = traces.get(i)[at] == 1;
            }
            return flags;
        }

        double f1(int[] drawn) {
            double found = 0;
            double bad = 0;
            double passed = 0;
            double right = 0;
            for (int t = 0; t < hit.length; t++) {
                int weight = drawn[groupOfTrace[t]];
                bad += wrong[t] ? weight : 0;
                found += wrong[t] && hit[t] ? weight : 0;
                right += wrong[t] ? 0 : weight;
                passed += !wrong[t] && hit[t] ? weight : 0;
            }
            return bad == 0 || right == 0
                    ? Double.NaN
                    : 100 * Metrics.harmonicMean(found / bad, passed / right);
        }

        double auroc(int[] drawn) {
            return sorted.auroc(i -> drawn[groupOfStep[i]]);
        }

        double brier(int[] drawn) {
            double sum = 0;
            double count = 0;
            for (int i = 0; i < errors.length; i++) {
                int weight = drawn[groupOfStep[i]];
                sum += weight * errors[i];
                count += weight;
            }
            return count == 0 ? Double.NaN : sum / count;
        }
    }
}
