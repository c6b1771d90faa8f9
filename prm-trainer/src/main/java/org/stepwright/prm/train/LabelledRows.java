package org.stepwright.prm.train;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.label.StepTargets;
import org.stepwright.prm.OnnxHead;
import org.stepwright.prm.signal.StepFeatures;
import org.stepwright.trace.Trace;
import org.stepwright.work.Progress;

/**
 * A part of the training set with what the model reads from its steps.
 *
 * @param traces the part's traces
 * @param features for each trace, for each step, what the model reads
 * @param targets for each trace, for each step, the target reward; NaN where masked
 */
record LabelledRows(List<LabelledTrace> traces, List<float[][]> features, List<double[]> targets) {
    static LabelledRows read(
            List<LabelledTrace> rows,
            StepFeatures features,
            NeutralPolicy neutral,
            Progress progress) {
        List<Trace> traces = rows.stream().map(LabelledTrace::trace).toList();
        return new LabelledRows(rows, features.all(traces, progress), targets(rows, neutral));
    }

    /**
     * @param rows labelled traces
     * @param neutral what a neutral verdict becomes
     * @return for each trace, for each step, the target reward; NaN where masked
     */
    static List<double[]> targets(List<LabelledTrace> rows, NeutralPolicy neutral) {
        return rows.stream().map(row -> StepTargets.of(row).rewards(neutral)).toList();
    }

    /**
     * @return the labelled steps. Each trace weighs the same in all, whatever its number of
     *     labelled steps: else a source that labels long traces to their end drowns one that labels
     *     up to the first error. The weights have a mean of 1.
     */
    Design design() {
        List<float[]> rows = new ArrayList<>();
        List<Double> wanted = new ArrayList<>();
        List<Double> weights = new ArrayList<>();
        List<Integer> sources = new ArrayList<>();
        Map<String, Integer> numbers = new HashMap<>();
        for (int t = 0; t < targets.size(); t++) {
            double[] rewards = targets.get(t);
            int labelled = labelled(rewards);
            String source = traces.get(t).trace().source().orElse("");
            int number = numbers.computeIfAbsent(source, s -> numbers.size());
            for (int i = 0; i < rewards.length; i++) {
                if (!Double.isNaN(rewards[i])) {
                    rows.add(features.get(t)[i]);
                    wanted.add(rewards[i]);
                    weights.add(1.0 / labelled);
                    sources.add(number);
                }
            }
        }
        double scale = rows.size() / (double) Math.max(1, traces.size());
        return new Design(
                rows.toArray(float[][]::new),
                wanted.stream().mapToDouble(Double::doubleValue).toArray(),
                weights.stream().mapToDouble(w -> w * scale).toArray(),
                sources.stream().mapToInt(Integer::intValue).toArray());
    }

    /**
     * @return how many steps of a part's traces are labelled, and how many of those are correct
     */
    Counts counts() {
        return counts(targets);
    }

    static Counts counts(List<double[]> targets) {
        int steps = 0;
        int positives = 0;
        for (double[] rewards : targets) {
            steps += labelled(rewards);
            for (double reward : rewards) {
                positives += reward == 1 ? 1 : 0;
            }
        }
        return new Counts(steps, positives);
    }

    /**
     * Counts of labelled steps.
     *
     * @param steps all of them
     * @param positives the correct ones
     */
    record Counts(int steps, int positives) {
        boolean oneClass() {
            return positives == 0 || positives == steps;
        }
    }

    /** Rewards of all steps of all traces. */
    List<List<Double>> score(OnnxHead head) {
        List<List<Double>> scores = new ArrayList<>(features.size());
        for (float[][] rows : features) {
            scores.add(head.rewards(rows));
        }
        return scores;
    }

    private static int labelled(double[] rewards) {
        int labelled = 0;
        for (double reward : rewards) {
            labelled += Double.isNaN(reward) ? 0 : 1;
        }
        return labelled;
    }
}
