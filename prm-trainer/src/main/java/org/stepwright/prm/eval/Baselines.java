package org.stepwright.prm.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.prm.signal.Signals;
import org.stepwright.trace.Trace;
import org.stepwright.work.Progress;

/**
 * What a table of results is read against: a plain record that travels in a model's manifest.
 * Immutable.
 *
 * @param constantIndex the single step with the best F1 on the training part, from 0
 * @param signals the logistic models of one or two signals, fitted on the training part
 * @param thresholdRule where their thresholds come from, for people
 */
public record Baselines(int constantIndex, List<SignalBaseline> signals, String thresholdRule) {
    /** Name of the baseline that calls every step correct. */
    public static final String ALWAYS_CORRECT = "always-correct";

    /** Name of the baseline that always names the same step. */
    public static final String CONSTANT_INDEX = "constant-index";

    /** Name of the baseline that names any step, or none, with the same chance. */
    public static final String UNIFORM = "uniform";

    private static final List<List<String>> SIGNALS =
            List.of(
                    List.of(Signals.LENGTH),
                    List.of(Signals.POSITION),
                    List.of(Signals.DOUBT),
                    List.of(Signals.LENGTH, Signals.POSITION));

    /** Validates. */
    public Baselines {
        signals = List.copyOf(signals);
        Objects.requireNonNull(thresholdRule, "thresholdRule");
        if (constantIndex < 0) {
            throw new IllegalArgumentException("Steps count from 0.");
        }
    }

    /**
     * Fits everything on the training part, thresholds included; {@link #withThresholdsFrom} moves
     * these to where the model's own threshold comes from.
     *
     * @param train labelled traces of the training part; may be empty
     * @param neutral what a neutral verdict counts as
     * @return the baselines
     */
    public static Baselines fit(List<LabelledTrace> train, NeutralPolicy neutral) {
        List<Gold> golds = train.stream().map(row -> Gold.of(row, neutral)).toList();
        List<float[][]> inputs =
                PlainSignals.of(train.stream().map(LabelledTrace::trace).toList(), Progress.NONE);
        List<SignalBaseline> signals =
                SIGNALS.stream().map(names -> fitOne(names, inputs, golds)).toList();
        return new Baselines(ConstantIndex.best(golds), signals, "")
                .withThresholds(inputs, train, neutral, "the training part");
    }

    private static SignalBaseline fitOne(
            List<String> names, List<float[][]> inputs, List<Gold> golds) {
        int[] columns = PlainSignals.columns(names);
        List<double[]> rows = new ArrayList<>();
        List<Boolean> labels = new ArrayList<>();
        for (int t = 0; t < golds.size(); t++) {
            for (int s = 0; s < golds.get(t).steps(); s++) {
                double reward = golds.get(t).reward(s);
                if (!Double.isNaN(reward)) {
                    float[] all = inputs.get(t)[s];
                    double[] row = new double[columns.length];
                    for (int i = 0; i < row.length; i++) {
                        row[i] = all[columns[i]];
                    }
                    rows.add(row);
                    labels.add(reward > 0.5);
                }
            }
        }
        boolean[] positives = new boolean[labels.size()];
        for (int i = 0; i < positives.length; i++) {
            positives[i] = labels.get(i);
        }
        double[] fitted =
                rows.isEmpty()
                        ? new double[columns.length + 1]
                        : LogisticFit.fit(rows.toArray(double[][]::new), positives);
        List<Double> weights = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            weights.add(fitted[i]);
        }
        String name = String.join("+", names);
        return new SignalBaseline(name, names, weights, fitted[columns.length], 0.5);
    }

    /**
     * @param rows labelled traces
     * @param neutral what a neutral verdict counts as
     * @param where the rows' name, for people
     * @return the same models with thresholds of the best F1 on these rows, so that a model whose
     *     threshold comes from a file stands beside baselines whose thresholds come from it too
     */
    public Baselines withThresholdsFrom(
            List<LabelledTrace> rows, NeutralPolicy neutral, String where) {
        List<Trace> traces = rows.stream().map(LabelledTrace::trace).toList();
        return withThresholds(PlainSignals.of(traces, Progress.NONE), rows, neutral, where);
    }

    private Baselines withThresholds(
            List<float[][]> inputs, List<LabelledTrace> rows, NeutralPolicy neutral, String where) {
        List<SignalBaseline> moved = new ArrayList<>();
        String rules = "";
        for (SignalBaseline signal : signals) {
            List<List<Double>> rewards = signal.score(inputs);
            ThresholdRule rule = ThresholdRule.bestF1(rewards, rows, neutral, where);
            moved.add(signal.withThreshold(rule.value()));
            rules = rule.text();
        }
        return new Baselines(constantIndex, moved, rules);
    }

    /**
     * @param name a baseline's name
     * @param seed chooses the steps of {@code uniform}, together with the traces' ids
     * @return its scorer, to be read with {@link #threshold}; empty when there is no such baseline
     */
    public Optional<StepScorer> scorer(String name, long seed) {
        return switch (name) {
            case ALWAYS_CORRECT -> Optional.of(PointScorer.none(name));
            case CONSTANT_INDEX -> Optional.of(PointScorer.constant(name, constantIndex));
            case UNIFORM -> Optional.of(PointScorer.uniform(name, seed));
            default -> signal(name).map(s -> s);
        };
    }

    /**
     * @param name a baseline's name
     * @return the threshold to read its rewards with
     */
    public ThresholdRule threshold(String name) {
        return signal(name)
                .map(s -> new ThresholdRule(s.threshold(), thresholdRule))
                .orElseGet(() -> new ThresholdRule(0.5, ruleOf(name)));
    }

    private String ruleOf(String name) {
        return switch (name) {
            case ALWAYS_CORRECT -> "never calls a step wrong";
            case CONSTANT_INDEX -> "always calls step " + (constantIndex + 1) + " wrong";
            default -> "any step or none, with the same chance";
        };
    }

    private Optional<SignalBaseline> signal(String name) {
        return signals.stream().filter(s -> s.name().equals(name)).findFirst();
    }
}
