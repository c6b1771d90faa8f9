package org.stepwright.prm.encode;

import java.util.ArrayList;
import java.util.List;
import org.stepwright.prm.signal.Signals;
import org.stepwright.prm.signal.StepFeatures;
import org.stepwright.prm.signal.StepMarker;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;
import org.stepwright.work.Progress;

/**
 * What the {@code frozen} recipe reads: the cheap signals, three cosines between the encoder's
 * vectors (step with problem, step before, mean of the steps before), and the step's vector itself.
 */
public final class FrozenFeatures implements StepFeatures {
    private static final List<String> COSINES =
            List.of("encoder_problem", "encoder_previous", "encoder_mean");

    /** How many of the numbers come before the step's vector. */
    public static final int SCALARS = Signals.NAMES.size() + COSINES.size();

    private final Signals signals;
    private final Encoder encoder;
    private final List<String> names;

    /**
     * @param signals the cheap signals
     * @param encoder the encoder; closed with this
     */
    public FrozenFeatures(Signals signals, Encoder encoder) {
        this.signals = signals;
        this.encoder = encoder;
        List<String> all = new ArrayList<>(signals.names());
        all.addAll(COSINES);
        for (int i = 0; i < Encoder.DIMENSION; i++) {
            all.add("state_" + i);
        }
        names = List.copyOf(all);
    }

    /**
     * @param signals the cheap signals
     * @param threads texts that are encoded side by side
     * @return features over the bundled int8 encoder
     * @throws org.stepwright.work.WorkFailed when the encoder does not load
     */
    public static FrozenFeatures open(Signals signals, int threads) {
        return new FrozenFeatures(signals, Encoder.open(BundledWeights.INT8, threads));
    }

    /**
     * @return the encoder
     */
    public Encoder encoder() {
        return encoder;
    }

    @Override
    public List<String> names() {
        return names;
    }

    @Override
    public State begin(String problem) {
        return new FrozenState(signals.begin(problem), encoder::encode, problem);
    }

    @Override
    public List<float[][]> all(List<Trace> traces, Progress progress) {
        List<String> texts = new ArrayList<>();
        for (Trace trace : traces) {
            texts.add(trace.problem());
            trace.stepTexts().forEach(text -> texts.add(StepMarker.dropped(text)));
        }
        var vectors = encoder.encodeAll(texts, progress);
        List<float[][]> all = new ArrayList<>(traces.size());
        for (Trace trace : traces) {
            progress.checkCancelled();
            State state =
                    new FrozenState(signals.begin(trace.problem()), vectors::get, trace.problem());
            List<float[]> rows = new ArrayList<>();
            for (Step step : trace.steps()) {
                rows.add(state.next(step));
            }
            all.add(rows.toArray(float[][]::new));
        }
        return all;
    }

    @Override
    public void close() {
        encoder.close();
    }
}
