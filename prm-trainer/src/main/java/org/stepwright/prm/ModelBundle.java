package org.stepwright.prm;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.stepwright.prm.digest.Sha256;
import org.stepwright.work.WorkFailed;

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
        // The manifest holds the digests of all other entries, so its own covers everything.
        return Sha256.of(manifestJson());
    }

    /**
     * Writes the bundle; the same content gives the same bytes. An existing file is replaced in one
     * move, so a reader never sees half of it.
     *
     * @param file where to
     * @throws WorkFailed when the file cannot be written
     */
    public void write(Path file) {
        Map<String, byte[]> entries = others();
        entries.put(BundleZip.MANIFEST, manifestJson());
        Path target = file.toAbsolutePath();
        Path part = null;
        try {
            Files.createDirectories(target.getParent());
            part =
                    target.resolveSibling(
                            "." + target.getFileName() + "." + System.nanoTime() + ".part");
            try (OutputStream out = Files.newOutputStream(part)) {
                BundleZip.write(out, entries);
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            deleteQuietly(part);
            throw new WorkFailed(
                    "The model could not be written to "
                            + file
                            + "; check that the folder exists, is writable and has room.",
                    e);
        }
    }

    /**
     * Reads a bundle that may come from anywhere: sizes are limited, only the known entries are
     * read, and every digest is checked.
     *
     * @param file the file
     * @return the bundle
     * @throws WorkFailed when the file is missing, is no bundle or was changed
     */
    public static ModelBundle read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new WorkFailed("There is no model at " + file + "; check the path.");
        }
        try {
            return from(BundleZip.read(file));
        } catch (BundleZip.BadBundle e) {
            throw new WorkFailed(file + " cannot be used as a model: " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw new WorkFailed(
                    file + " is not a readable model file; train it again or choose another.", e);
        }
    }

    private static ModelBundle from(BundleZip.Content content) throws IOException {
        Map<String, byte[]> entries = content.entries();
        byte[] json = entries.remove(BundleZip.MANIFEST);
        // The manifest first: it says whether a newer format explains the rest.
        ManifestJson.Stored stored = json == null ? null : ManifestJson.read(json);
        if (content.foreign()) {
            throw new BundleZip.BadBundle("it holds a file that no model has");
        }
        if (stored == null) {
            throw new BundleZip.BadBundle("it has no " + BundleZip.MANIFEST);
        }
        if (!digests(entries).equals(stored.files())) {
            throw new BundleZip.BadBundle(
                    "its content does not match its digests, so it was changed or damaged");
        }
        byte[] model = entries.get(BundleZip.MODEL);
        byte[] card = entries.get(BundleZip.CARD);
        if (model == null || card == null) {
            throw new BundleZip.BadBundle("it has no model or no model card");
        }
        return new ModelBundle(
                stored.manifest(),
                model,
                entries.get(BundleZip.TOKENIZER),
                new String(card, StandardCharsets.UTF_8));
    }

    private byte[] manifestJson() {
        return ManifestJson.write(manifest, digests(others()));
    }

    private Map<String, byte[]> others() {
        Map<String, byte[]> entries = new TreeMap<>();
        entries.put(BundleZip.MODEL, modelOnnx);
        entries.put(BundleZip.CARD, modelCard.getBytes(StandardCharsets.UTF_8));
        if (tokenizerJson != null) {
            entries.put(BundleZip.TOKENIZER, tokenizerJson);
        }
        return entries;
    }

    private static Map<String, String> digests(Map<String, byte[]> entries) {
        Map<String, String> digests = new TreeMap<>();
        entries.forEach((name, content) -> digests.put(name, Sha256.of(content)));
        return digests;
    }

    private static void deleteQuietly(Path part) {
        if (part != null) {
            try {
                Files.deleteIfExists(part);
            } catch (IOException e) {
                // The failure that led here is the one to tell.
                return;
            }
        }
    }
}
