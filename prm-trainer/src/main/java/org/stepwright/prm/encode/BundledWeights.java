package org.stepwright.prm.encode;

import java.io.IOException;
import java.io.InputStream;
import org.stepwright.work.WorkFailed;

/** The encoder's weights as they come with the program. */
public enum BundledWeights {
    /** 32-bit floats: the reference. */
    FP32("all-MiniLM-L6-v2", "/all-minilm-l6-v2.onnx", "/all-minilm-l6-v2-tokenizer.json"),
    /** 8-bit integers with scales found at each run: about twice as fast. */
    INT8("all-MiniLM-L6-v2-int8", "/all-minilm-l6-v2-q.onnx", "/all-minilm-l6-v2-q-tokenizer.json");

    private final String title;
    private final String model;
    private final String tokenizer;

    BundledWeights(String title, String model, String tokenizer) {
        this.title = title;
        this.model = model;
        this.tokenizer = tokenizer;
    }

    /**
     * @return the name that manifests give
     */
    public String title() {
        return title;
    }

    byte[] model() {
        return resource(model);
    }

    byte[] tokenizer() {
        return resource(tokenizer);
    }

    private static byte[] resource(String name) {
        try (InputStream in = BundledWeights.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new WorkFailed(
                        "The bundled encoder is missing from this installation; install Stepwright"
                                + " again.");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new WorkFailed(
                    "The bundled encoder cannot be read; install Stepwright again.", e);
        }
    }
}
