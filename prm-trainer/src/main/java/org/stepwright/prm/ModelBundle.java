package org.stepwright.prm;

import java.nio.file.Path;
import java.util.Objects;

/**
 * The file of a reward model, {@code NAME.prm}: a zip of {@code manifest.json}, {@code model.onnx},
 * {@code tokenizer.json} (where the recipe reads text through an encoder) and {@code
 * MODEL_CARD.md}. The arrays are not copied; do not change them.
 *
 * @param manifest where the model comes from
 * @param modelOnnx the model as an ONNX graph
 * @param tokenizerJson the encoder's tokenizer; null where the recipe has none
 * @param modelCard what people should know, Markdown
 */
public record ModelBundle(
        RunManifest manifest, byte[] modelOnnx, byte[] tokenizerJson, String modelCard) {
    /** Validates. */
    public ModelBundle {
        Objects.requireNonNull(manifest, "manifest");
        Objects.requireNonNull(modelOnnx, "modelOnnx");
        Objects.requireNonNull(modelCard, "modelCard");
    }

    /**
     * @return SHA-256 of the content, hexadecimal; the same for the same content wherever it was
     *     written
     */
    public String digest() {
        throw new UnsupportedOperationException();
    }

    /**
     * Writes the bundle; the same content gives the same bytes. An existing file is replaced in one
     * move, so a reader never sees half of it.
     *
     * @param file where to
     * @throws org.stepwright.work.WorkFailed when the file cannot be written
     */
    public void write(Path file) {
        throw new UnsupportedOperationException();
    }

    /**
     * Reads a bundle that may come from anywhere: sizes are limited, only the known entries are
     * read, and every digest is checked.
     *
     * @param file the file
     * @return the bundle
     * @throws org.stepwright.work.WorkFailed when the file is missing, is no bundle or was changed
     */
    public static ModelBundle read(Path file) {
        throw new UnsupportedOperationException();
    }
}
