package org.stepwright.prm.encode;

import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import org.stepwright.work.WorkFailed;

/**
 * Text to token ids, with the word pieces that the encoder was trained on. Truncation and padding
 * are set here and not left to the file, whose own settings pad everything to 128.
 */
final class TextTokens implements AutoCloseable {
    private static final Map<String, String> SETTINGS =
            Map.of(
                    "truncation", "true",
                    "padding", "false",
                    "maxLength", Integer.toString(Encoder.MAX_TOKENS),
                    "modelMaxLength", "512");

    private final HuggingFaceTokenizer tokenizer;

    TextTokens(byte[] tokenizerJson) {
        keepOffTheNetwork();
        try {
            tokenizer =
                    HuggingFaceTokenizer.newInstance(
                            new ByteArrayInputStream(tokenizerJson), SETTINGS);
        } catch (IOException | RuntimeException | LinkageError e) {
            throw new WorkFailed(
                    "The tokenizer does not load on this system; check that the home folder or"
                            + " DJL_CACHE_DIR is writable, or use the signals recipe.",
                    e);
        }
    }

    /**
     * Left alone, the library asks a cloud provider's metadata service where it runs, reports that
     * home, and fetches another native library when it sees a graphics card.
     */
    private static void keepOffTheNetwork() {
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("ai.djl.offline", "true");
        if (System.getenv("RUST_FLAVOR") == null && System.getProperty("RUST_FLAVOR") == null) {
            System.setProperty("RUST_FLAVOR", "cpu");
        }
    }

    long[] ids(String text) {
        return tokenizer.encode(cut(text)).getIds();
    }

    private static String cut(String text) {
        return text.length() <= Encoder.MAX_CHARACTERS
                ? text
                : text.substring(0, Encoder.MAX_CHARACTERS);
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
