package org.stepwright.prm;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
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
     * @throws WorkFailed when the graph does not load or does not read such rows
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
            logits(new float[][] {new float[features]});
        } catch (RuntimeException e) {
            close();
            throw new IllegalArgumentException("Not a head.", e);
        }
    }

    /**
     * @param rows rows of numbers, each as long as the head reads
     * @return one logit a row; a row's logit hangs on that row alone, bit by bit
     */
    public float[] logits(float[][] rows) {
        if (rows.length == 0) {
            return new float[0];
        }
        FloatBuffer buffer = FloatBuffer.allocate(Math.multiplyExact(rows.length, features));
        for (float[] row : rows) {
            if (row.length != features) {
                throw new IllegalArgumentException("A row has " + features + " numbers.");
            }
            buffer.put(row);
        }
        long[] shape = {rows.length, features};
        try (OnnxTensor input = OnnxTensor.createTensor(environment, buffer.flip(), shape);
                OrtSession.Result result = session.run(Map.of(INPUT, input), Set.of(LOGIT))) {
            FloatBuffer output = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] logits = new float[rows.length];
            output.get(logits);
            return logits;
        } catch (OrtException e) {
            throw new IllegalStateException("The model's graph did not run.", e);
        }
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
