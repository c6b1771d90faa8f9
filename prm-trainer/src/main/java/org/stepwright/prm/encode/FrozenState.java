package org.stepwright.prm.encode;

import java.util.function.Function;
import org.stepwright.prm.signal.SignalState;
import org.stepwright.prm.signal.StepFeatures;
import org.stepwright.prm.signal.StepMarker;
import org.stepwright.trace.Step;

/** The steps so far as vectors: the problem's, the last step's, and the sum of all steps'. */
final class FrozenState implements StepFeatures.State {
    private final SignalState signals;
    private final Function<String, float[]> encode;
    private final float[] problem;
    private final float[] sum = new float[Encoder.DIMENSION];
    private float[] previous = new float[Encoder.DIMENSION];

    FrozenState(SignalState signals, Function<String, float[]> encode, String problem) {
        this.signals = signals;
        this.encode = encode;
        this.problem = encode.apply(problem);
    }

    @Override
    public float[] next(Step step) {
        float[] cheap = signals.next(step);
        float[] vector = encode.apply(StepMarker.dropped(step.text()));
        float[] row = new float[cheap.length + 3 + vector.length];
        System.arraycopy(cheap, 0, row, 0, cheap.length);
        int at = cheap.length;
        row[at++] = cosine(vector, problem);
        row[at++] = cosine(vector, previous);
        row[at++] = cosine(vector, sum);
        System.arraycopy(vector, 0, row, at, vector.length);
        for (int i = 0; i < sum.length; i++) {
            sum[i] += vector[i];
        }
        previous = vector;
        return row;
    }

    /** Cosine in [-1, 1]; 0 when one of the vectors is all zeros, as before the first step. */
    private static float cosine(float[] a, float[] b) {
        double dot = 0;
        double squaresA = 0;
        double squaresB = 0;
        for (int i = 0; i < a.length; i++) {
            dot += (double) a[i] * b[i];
            squaresA += (double) a[i] * a[i];
            squaresB += (double) b[i] * b[i];
        }
        double product = squaresA * squaresB;
        return product == 0 ? 0 : (float) (dot / Math.sqrt(product));
    }
}
