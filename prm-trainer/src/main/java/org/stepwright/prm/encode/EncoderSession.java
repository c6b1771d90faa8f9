package org.stepwright.prm.encode;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Map;
import org.stepwright.prm.digest.Sha256;
import org.stepwright.work.WorkFailed;

/** Token ids to vectors: one run of the encoder's graph, mean over real tokens, length 1. */
final class EncoderSession implements AutoCloseable {
    private static final int DIMENSION = Encoder.DIMENSION;

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final String sha256;

    private EncoderSession(OrtEnvironment environment, OrtSession session, String sha256) {
        this.environment = environment;
        this.session = session;
        this.sha256 = sha256;
    }

    static EncoderSession open(byte[] model) {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            // Texts run side by side, so a single run stays on its thread.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            return new EncoderSession(
                    environment, environment.createSession(model, options), Sha256.of(model));
        } catch (OrtException | LinkageError e) {
            throw new WorkFailed(
                    "The encoder does not load on this system; use the signals recipe instead.", e);
        }
    }

    String sha256() {
        return sha256;
    }

    /**
     * @param ids token ids, one row a text, of any lengths of at least 1
     * @return one vector a text
     */
    float[][] run(long[][] ids) {
        int width = 0;
        for (long[] row : ids) {
            width = Math.max(width, row.length);
        }
        long[] tokens = new long[ids.length * width];
        long[] mask = new long[tokens.length];
        for (int i = 0; i < ids.length; i++) {
            System.arraycopy(ids[i], 0, tokens, i * width, ids[i].length);
            java.util.Arrays.fill(mask, i * width, i * width + ids[i].length, 1);
        }
        long[] shape = {ids.length, width};
        try (OnnxTensor tokenTensor = tensor(tokens, shape);
                OnnxTensor maskTensor = tensor(mask, shape);
                OnnxTensor typeTensor = tensor(new long[tokens.length], shape);
                OrtSession.Result result =
                        session.run(
                                Map.of(
                                        "input_ids", tokenTensor,
                                        "attention_mask", maskTensor,
                                        "token_type_ids", typeTensor))) {
            return pool(((OnnxTensor) result.get(0)).getFloatBuffer(), ids, width);
        } catch (OrtException e) {
            throw new IllegalStateException("The encoder's graph did not run.", e);
        }
    }

    private OnnxTensor tensor(long[] values, long[] shape) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), shape);
    }

    private static float[][] pool(FloatBuffer states, long[][] ids, int width) {
        float[][] vectors = new float[ids.length][DIMENSION];
        float[] state = new float[DIMENSION];
        for (int i = 0; i < ids.length; i++) {
            states.position(i * width * DIMENSION);
            for (int token = 0; token < ids[i].length; token++) {
                states.get(state);
                for (int k = 0; k < DIMENSION; k++) {
                    vectors[i][k] += state[k];
                }
            }
            scaleToOne(vectors[i]);
        }
        return vectors;
    }

    private static void scaleToOne(float[] vector) {
        double squares = 0;
        for (float value : vector) {
            squares += (double) value * value;
        }
        float scale = (float) (1 / Math.max(1e-12, Math.sqrt(squares)));
        for (int k = 0; k < vector.length; k++) {
            vector[k] *= scale;
        }
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("The encoder did not close.", e);
        }
    }
}
