package org.stepwright.prm.encode;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.stepwright.work.Progress;

/**
 * The bundled sentence encoder, all-MiniLM-L6-v2: text in, a vector of {@value #DIMENSION} numbers
 * and length 1 out (mean over the tokens, then scaled), as sentence-transformers makes it. Texts
 * are cut after {@value #MAX_TOKENS} tokens.
 *
 * <p>{@link #encode} and {@link #encodeAll} run each text by itself on one processor thread,
 * several texts side by side. So a text's vector hangs on that text alone, bit by bit, which
 * streaming needs: the int8 weights measure each run's activations to find their scale, and so in a
 * batch every text would change its neighbours' vectors (by up to 0.04 a number). It costs no speed
 * on a few processors.
 *
 * <p>Safe for many threads. Vectors are shared with a cache: do not change them.
 */
public final class Encoder implements AutoCloseable {
    /** Numbers in a vector. */
    public static final int DIMENSION = 384;

    /** Tokens of a text that are read: what it was trained with; its positions reach to 512. */
    public static final int MAX_TOKENS = 256;

    /** Characters of a text that are read: more never reach the first tokens in real text. */
    public static final int MAX_CHARACTERS = 1 << 14;

    private static final int CACHED = 1 << 15;

    private final BundledWeights weights;
    private final byte[] tokenizerJson;
    private final TextTokens tokens;
    private final EncoderSession session;
    private final VectorCache cache = new VectorCache(CACHED);
    private final int threads;

    private Encoder(
            BundledWeights weights, byte[] tokenizerJson, EncoderSession session, int threads) {
        this.weights = weights;
        this.tokenizerJson = tokenizerJson;
        this.tokens = new TextTokens(tokenizerJson);
        this.session = session;
        this.threads = threads;
    }

    /**
     * @param weights which of the bundled weights
     * @param threads texts that are run side by side, at least 1; never changes a vector
     * @return the encoder; the caller closes it
     * @throws org.stepwright.work.WorkFailed when the native libraries do not load on this system
     */
    public static Encoder open(BundledWeights weights, int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("An encoder needs a thread.");
        }
        EncoderSession session = EncoderSession.open(weights.model());
        try {
            return new Encoder(weights, weights.tokenizer(), session, threads);
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    /**
     * @return the encoder's name, as manifests give it
     */
    public String name() {
        return weights.title();
    }

    /**
     * @return SHA-256 of its ONNX file, hexadecimal
     */
    public String sha256() {
        return session.sha256();
    }

    /**
     * @return its tokenizer as a {@code tokenizer.json}; a copy
     */
    public byte[] tokenizerJson() {
        return tokenizerJson.clone();
    }

    /**
     * @param text any text
     * @return its vector; a text of no letters gets one too
     */
    public float[] encode(String text) {
        VectorCache.Key key = VectorCache.key(text);
        float[] known = cache.get(key);
        if (known != null) {
            return known;
        }
        float[] vector = session.run(new long[][] {tokens.ids(text)})[0];
        cache.put(key, vector);
        return vector;
    }

    /**
     * Encodes many texts, each distinct text once, the long ones first so that no thread is left
     * alone with one at the end.
     *
     * @param texts any texts
     * @param progress told about finished texts; asked for cancel between texts
     * @return a vector for each distinct text: the same, bit by bit, as {@link #encode} gives
     * @throws org.stepwright.work.Cancelled when the user stopped the work
     */
    public Map<String, float[]> encodeAll(List<String> texts, Progress progress) {
        String[] distinct = texts.stream().distinct().toArray(String[]::new);
        Arrays.sort(distinct, Comparator.comparingInt(String::length).reversed());
        float[][] vectors = new float[distinct.length][];
        new Side(threads).run(distinct.length, progress, i -> vectors[i] = encode(distinct[i]));
        Map<String, float[]> byText = new LinkedHashMap<>();
        for (int i = 0; i < distinct.length; i++) {
            byText.put(distinct[i], vectors[i]);
        }
        return byText;
    }

    @Override
    public void close() {
        session.close();
        tokens.close();
    }
}
