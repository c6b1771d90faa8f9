package org.stepwright.prm.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.stepwright.prm.signal.Signals;
import org.stepwright.trace.Trace;
import org.stepwright.work.Progress;

/**
 * A logistic model of one or two plain signals of a step: what a shortcut alone reaches.
 *
 * @param name its name: {@code length}, {@code position}, {@code doubt}, {@code length+position}
 * @param signals names of its signals, see {@link Signals#NAMES}
 * @param weights one a signal
 * @param bias the logit where all signals are 0
 * @param threshold its own threshold in [0, 1]: a step of a reward under it is called wrong
 */
public record SignalBaseline(
        String name, List<String> signals, List<Double> weights, double bias, double threshold)
        implements StepScorer {
    /** Validates. */
    public SignalBaseline {
        Objects.requireNonNull(name, "name");
        signals = List.copyOf(signals);
        weights = List.copyOf(weights);
        if (signals.isEmpty() || signals.size() != weights.size()) {
            throw new IllegalArgumentException("A signal model has one weight a signal.");
        }
        if (!Signals.NAMES.containsAll(signals)) {
            throw new IllegalArgumentException("There is no such signal: " + signals);
        }
        // A manifest from elsewhere may say anything.
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("A threshold lies in [0, 1].");
        }
        if (!Double.isFinite(bias) || !weights.stream().allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("Weights are finite.");
        }
    }

    @Override
    public List<List<Double>> scoreAll(List<Trace> traces, Progress progress) {
        return score(PlainSignals.of(traces, progress));
    }

    /** Rewards from signals that several baselines share. */
    List<List<Double>> score(List<float[][]> inputs) {
        int[] columns = PlainSignals.columns(signals);
        return inputs.stream().map(rows -> score(rows, columns)).toList();
    }

    private List<Double> score(float[][] rows, int[] columns) {
        List<Double> rewards = new ArrayList<>(rows.length);
        for (float[] row : rows) {
            double logit = bias;
            for (int i = 0; i < columns.length; i++) {
                logit += weights.get(i) * row[columns[i]];
            }
            rewards.add(Temperature.sigmoid(logit));
        }
        return rewards;
    }

    SignalBaseline withThreshold(double newThreshold) {
        return new SignalBaseline(name, signals, weights, bias, newThreshold);
    }
}
