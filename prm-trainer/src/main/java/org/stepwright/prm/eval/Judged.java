package org.stepwright.prm.eval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.stepwright.label.LabelledTrace;
import org.stepwright.prm.search.BestOfNRow;
import org.stepwright.score.TraceScore;
import org.stepwright.trace.ProblemGroups;
import org.stepwright.trace.Trace;

/** Rewards beside the truth, flat: one entry a trace and one a labelled step. */
final class Judged {
    private static final int WORST = 20;
    private static final int TEXT = 300;

    private final List<LabelledTrace> rows;
    private final List<List<Double>> rewardsOf;
    private final double threshold;

    /** Of each trace: whether it was judged exactly; its first error, or {@link #UNKNOWN}. */
    private final boolean[] hit;

    private final int[] gold;
    private static final int UNKNOWN = -2;

    /** Of each labelled step: its trace, its index there, its reward and its truth. */
    private final int[] traceOf;

    private final int[] stepOf;
    private final double[] rewards;
    private final boolean[] correct;

    Judged(
            List<LabelledTrace> rows,
            List<Gold> golds,
            List<List<Double>> rewardsOf,
            double threshold) {
        this.rows = rows;
        this.rewardsOf = rewardsOf;
        this.threshold = threshold;
        hit = new boolean[rows.size()];
        gold = new int[rows.size()];
        List<int[]> places = new ArrayList<>();
        for (int t = 0; t < rows.size(); t++) {
            gold[t] = golds.get(t).firstError().orElse(UNKNOWN);
            hit[t] = TraceScore.firstErrorUnder(rewardsOf.get(t), threshold) == gold[t];
            for (int s = 0; s < golds.get(t).steps(); s++) {
                if (!Double.isNaN(golds.get(t).reward(s))) {
                    places.add(new int[] {t, s});
                }
            }
        }
        traceOf = places.stream().mapToInt(p -> p[0]).toArray();
        stepOf = places.stream().mapToInt(p -> p[1]).toArray();
        rewards = places.stream().mapToDouble(p -> rewardsOf.get(p[0]).get(p[1])).toArray();
        correct = new boolean[rewards.length];
        for (int i = 0; i < correct.length; i++) {
            correct[i] = golds.get(traceOf[i]).reward(stepOf[i]) > 0.5;
        }
    }

    BaselineRow toRow(String rule) {
        FirstErrorAccuracy accuracy = accuracy();
        return new BaselineRow(
                100 * accuracy.errorAccuracy(),
                100 * accuracy.correctAccuracy(),
                100 * accuracy.f1(),
                Metrics.auroc(rewards, correct),
                rule);
    }

    FileEval toEval(
            String file,
            ThresholdRule rule,
            Map<String, BaselineRow> baselines,
            Map<String, List<BestOfNRow>> bestOfN,
            long seed) {
        ProblemGroups groups =
                ProblemGroups.ofRows(rows.stream().map(r -> r.trace().problems()).toList());
        FirstErrorAccuracy accuracy = accuracy();
        int wrongSteps = 0;
        for (boolean one : correct) {
            wrongSteps += one ? 0 : 1;
        }
        return new FileEval(
                file,
                rows.size(),
                groups.count(),
                rewards.length,
                rewards.length == 0 ? Double.NaN : (double) wrongSteps / rewards.length,
                share(accuracy.wrong(), accuracy.wrong() + accuracy.right()),
                100 * accuracy.errorAccuracy(),
                100 * accuracy.correctAccuracy(),
                100 * accuracy.f1(),
                accuracy.exact(),
                Metrics.stepF1(rewards, correct, threshold),
                kinds(),
                Metrics.auroc(rewards, correct),
                Metrics.ece(rewards, correct),
                Metrics.brier(rewards, correct),
                threshold,
                rule.text(),
                intervals(groups, seed),
                baselines,
                bestOfN,
                Metrics.reliability(rewards, correct),
                worst());
    }

    private Map<String, KindRow> kinds() {
        Map<String, List<Integer>> stepsOf = new TreeMap<>();
        for (int i = 0; i < rewards.length; i++) {
            String kind = rows.get(traceOf[i]).trace().metadata().get(Trace.ERROR_KIND);
            if (kind != null) {
                stepsOf.computeIfAbsent(kind, k -> new ArrayList<>()).add(i);
            }
        }
        Map<String, KindRow> kinds = new LinkedHashMap<>();
        stepsOf.forEach((kind, steps) -> kinds.put(kind, kind(steps)));
        return kinds;
    }

    private KindRow kind(List<Integer> steps) {
        double[] ownRewards = steps.stream().mapToDouble(i -> rewards[i]).toArray();
        boolean[] ownCorrect = new boolean[steps.size()];
        for (int i = 0; i < ownCorrect.length; i++) {
            ownCorrect[i] = correct[steps.get(i)];
        }
        return new KindRow(
                (int) steps.stream().mapToInt(i -> traceOf[i]).distinct().count(),
                steps.size(),
                Metrics.stepF1(ownRewards, ownCorrect, threshold));
    }

    private static double share(int part, int whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }

    private FirstErrorAccuracy accuracy() {
        return accuracy(t -> 1);
    }

    private FirstErrorAccuracy accuracy(SortedScores.Weights weights) {
        int found = 0;
        int wrong = 0;
        int passed = 0;
        int right = 0;
        for (int t = 0; t < gold.length; t++) {
            int weight = gold[t] == UNKNOWN ? 0 : weights.of(t);
            if (gold[t] >= 0) {
                wrong += weight;
                found += hit[t] ? weight : 0;
            } else {
                right += weight;
                passed += hit[t] ? weight : 0;
            }
        }
        return new FirstErrorAccuracy(found, wrong, passed, right);
    }

    private Map<String, List<Double>> intervals(ProblemGroups groups, long seed) {
        SortedScores sorted = new SortedScores(rewards, correct);
        Map<String, ToDoubleFunction<int[]>> statistics = new LinkedHashMap<>();
        statistics.put("f1", d -> 100 * accuracy(t -> d[groups.group(t)]).f1());
        statistics.put(
                "error_accuracy", d -> 100 * accuracy(t -> d[groups.group(t)]).errorAccuracy());
        statistics.put(
                "correct_accuracy", d -> 100 * accuracy(t -> d[groups.group(t)]).correctAccuracy());
        statistics.put("auroc", d -> sorted.auroc(i -> d[groups.group(traceOf[i])]));
        statistics.put("brier", d -> brier(d, groups));
        return Bootstrap.intervals(groups.count(), seed, statistics);
    }

    private double brier(int[] drawn, ProblemGroups groups) {
        double total = 0;
        double count = 0;
        for (int i = 0; i < rewards.length; i++) {
            int weight = drawn[groups.group(traceOf[i])];
            double distance = rewards[i] - (correct[i] ? 1 : 0);
            total += weight * distance * distance;
            count += weight;
        }
        return count == 0 ? Double.NaN : total / count;
    }

    /** Steps on the wrong side of the threshold, the surest first. */
    private List<Mistake> worst() {
        List<Mistake> mistakes = new ArrayList<>();
        for (int i = 0; i < rewards.length; i++) {
            if (rewards[i] < threshold == correct[i]) {
                mistakes.add(mistake(i));
            }
        }
        mistakes.sort(
                Comparator.comparingDouble((Mistake m) -> m.correct() ? m.reward() : 1 - m.reward())
                        .thenComparing(Mistake::traceId)
                        .thenComparingInt(Mistake::step));
        return mistakes.size() > WORST ? mistakes.subList(0, WORST) : mistakes;
    }

    private Mistake mistake(int i) {
        LabelledTrace row = rows.get(traceOf[i]);
        String text = row.trace().steps().get(stepOf[i]).text();
        String start =
                text.codePointCount(0, text.length()) <= TEXT
                        ? text
                        : text.substring(0, text.offsetByCodePoints(0, TEXT));
        return new Mistake(row.trace().id(), stepOf[i], rewards[i], correct[i], start);
    }
}
