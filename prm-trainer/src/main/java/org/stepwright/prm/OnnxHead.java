package org.stepwright.prm;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.stepwright.work.WorkFailed;

/**
 * The {@code model.onnx} of a bundle: rows of numbers in ({@code features}, float, [n, features]),
 * one logit a row out ({@code logit}, float, [n, 1]). Safe for many threads.
 */
public final class OnnxHead implements AutoCloseable {
    /** Name of the graph's input. */
    public static final String INPUT = "features";

    /** Name of the graph's output that is read here: the logit, temperature included. */
    public static final String LOGIT = "logit";

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final int features;

    private OnnxHead(OrtEnvironment environment, OrtSession session, int features) {
        this.environment = environment;
        this.session = session;
        this.features = features;
    }

    /**
     * @param model the graph
     * @param features numbers in a row
     * @return the head; the caller closes it
     * @throws WorkFailed when the graph does not load, does not read such rows or gives no number
     */
    public static OnnxHead open(byte[] model, int features) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            // With one thread the order of the sums does not hang on how many rows there are.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            OrtSession session = environment.createSession(model, options);
            OnnxHead head = new OnnxHead(environment, session, features);
            head.tryOut();
            return head;
        } catch (OrtException | IllegalArgumentException e) {
            throw new WorkFailed(
                    "The model's graph does not load; train the model again or choose another.", e);
        } catch (LinkageError e) {
            throw new WorkFailed(
                    "ONNX Runtime does not load on this system, so no model can score; see the"
                            + " README for supported systems.",
                    e);
        }
    }

    /** A graph from elsewhere may load and still not be a head: find out before it is used. */
    private void tryOut() {
        try {
            rewards(new float[][] {new float[features]});
        } catch (WorkFailed e) {
            close();
            throw e;
        } catch (RuntimeException e) {
            close();
            throw new IllegalArgumentException("Not a head.", e);
        }
    }

    /**
     * @param rows rows of numbers, each as long as the head reads
     * @return one reward in [0, 1] a row; it hangs on that row alone, bit by bit
     * @throws WorkFailed when the graph gives no finite number for a row
     */
    public List<Double> rewards(float[][] rows) {
        List<Double> rewards = new ArrayList<>(rows.length);
        for (float logit : logits(rows)) {
            if (!Float.isFinite(logit)) {
                throw new WorkFailed(
                        "The model gave no number for a step, so its weights are damaged; train it"
                                + " again or choose another.");
            }
            // In Java and in doubles: a float's sigmoid is 1 from a logit of 17 on.
            rewards.add(1 / (1 + Math.exp(-(double) logit)));
        }
        return List.copyOf(rewards);
    }

    /**
     * @param rows rows of numbers, each as long as the head reads
     * @return one logit a row, as the graph gives it; it hangs on that row alone, bit by bit
     */
    public float[] logits(float[][] rows) {
        float[] logits = new float[rows.length];
        // One row at a time: sums over a batch are ordered by its size and place in memory.
        FloatBuffer row =
                ByteBuffer.allocateDirect(features * Float.BYTES)
                        .order(ByteOrder.nativeOrder())
                        .asFloatBuffer();
        try (OnnxTensor input = OnnxTensor.createTensor(environment, row, shape())) {
            Map<String, OnnxTensor> inputs = Map.of(INPUT, input);
            for (int i = 0; i < rows.length; i++) {
                if (rows[i].length != features) {
                    throw new IllegalArgumentException("A row has " + features + " numbers.");
                }
                row.put(0, rows[i]);
                try (OrtSession.Result result = session.run(inputs, Set.of(LOGIT))) {
                    logits[i] = ((OnnxTensor) result.get(0)).getFloatBuffer().get(0);
                }
            }
            return logits;
        } catch (OrtException | IndexOutOfBoundsException | ClassCastException e) {
            throw new IllegalStateException("The model's graph did not run.", e);
        }
    }

    private long[] shape() {
        return new long[] {1, features};
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("The model did not close.", e);
        }
    }
}
