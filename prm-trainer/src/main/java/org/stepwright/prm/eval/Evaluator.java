package org.stepwright.prm.eval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.trace.Trace;
import org.stepwright.work.Progress;

/** Turns rewards and labels into results. Immutable and safe for many threads. */
public final class Evaluator {
    private final NeutralPolicy neutral;

    /** Counts neutral steps as correct: they are no errors. */
    public Evaluator() {
        this(NeutralPolicy.CORRECT);
    }

    /**
     * @param neutral what a neutral verdict counts as
     */
    public Evaluator(NeutralPolicy neutral) {
        this.neutral = Objects.requireNonNull(neutral, "neutral");
    }

    /**
     * Scores and evaluates.
     *
     * @param file the rows' name
     * @param scorer gives the rewards
     * @param rows labelled traces
     * @param rule the scorer's threshold
     * @param baselines stand beside it; null for none
     * @param seed of the bootstrap
     * @param progress told about scored traces; asked for cancel
     * @return the results
     */
    public FileEval evaluate(
            String file,
            StepScorer scorer,
            List<LabelledTrace> rows,
            ThresholdRule rule,
            Baselines baselines,
            long seed,
            Progress progress) {
        List<Trace> traces = rows.stream().map(LabelledTrace::trace).toList();
        return evaluate(file, scorer.scoreAll(traces, progress), rows, rule, baselines, seed);
    }

    /**
     * @param file the rows' name
     * @param rewards one list a row, one reward in [0, 1] a step
     * @param rows labelled traces; those without a label to judge by are left out
     * @param rule the threshold
     * @param baselines stand beside it; null for none
     * @param seed of the bootstrap
     * @return the results; NaN where the rows cannot say
     * @throws IllegalArgumentException when rewards and rows do not fit each other
     */
    public FileEval evaluate(
            String file,
            List<List<Double>> rewards,
            List<LabelledTrace> rows,
            ThresholdRule rule,
            Baselines baselines,
            long seed) {
        Metrics.requireSameSize(rewards.size(), rows.size());
        List<LabelledTrace> judged = new ArrayList<>();
        List<Gold> golds = new ArrayList<>();
        List<List<Double>> kept = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Gold gold = Gold.of(rows.get(i), neutral);
            Metrics.requireSameSize(rewards.get(i).size(), gold.steps());
            if (gold.known()) {
                judged.add(rows.get(i));
                golds.add(gold);
                kept.add(rewards.get(i));
            }
        }
        Judged all = new Judged(judged, golds, kept, rule.value());
        return all.toEval(
                file, rule, rowsOf(baselines, judged, golds), BestOfNEval.of(rows, rewards), seed);
    }

    private static Map<String, BaselineRow> rowsOf(
            Baselines baselines, List<LabelledTrace> rows, List<Gold> golds) {
        Map<String, BaselineRow> table = new LinkedHashMap<>();
        if (baselines == null) {
            return table;
        }
        List<Trace> traces = rows.stream().map(LabelledTrace::trace).toList();
        for (String name : List.of(Baselines.ALWAYS_CORRECT, Baselines.CONSTANT_INDEX)) {
            StepScorer scorer = baselines.scorer(name, 0).orElseThrow();
            List<List<Double>> rewards = scorer.scoreAll(traces, Progress.NONE);
            table.put(name, row(rows, golds, rewards, baselines.threshold(name)));
        }
        String uniform = Baselines.UNIFORM;
        table.put(uniform, UniformRow.of(golds, baselines.threshold(uniform).text()));
        // Read once for all of them: reading signals is what takes the time.
        List<float[][]> inputs = PlainSignals.of(traces, Progress.NONE);
        for (SignalBaseline signal : baselines.signals()) {
            ThresholdRule rule = baselines.threshold(signal.name());
            table.put(signal.name(), row(rows, golds, signal.score(inputs), rule));
        }
        return table;
    }

    private static BaselineRow row(
            List<LabelledTrace> rows,
            List<Gold> golds,
            List<List<Double>> rewards,
            ThresholdRule rule) {
        return new Judged(rows, golds, rewards, rule.value()).toRow(rule.text());
    }
}
