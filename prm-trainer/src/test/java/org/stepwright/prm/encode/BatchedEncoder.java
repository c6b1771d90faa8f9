package org.stepwright.prm.encode;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.stepwright.work.Progress;

/**
 * The way that the product does not go: texts in batches of like length under a token budget, kept
 * so that the benchmark can say what it would bring. With the int8 weights a vector then also hangs
 * a little on the other texts of its batch.
 */
final class BatchedEncoder implements AutoCloseable {
    private final TextTokens tokens;
    private final EncoderSession session;
    private final int threads;

    private BatchedEncoder(TextTokens tokens, EncoderSession session, int threads) {
        this.tokens = tokens;
        this.session = session;
        this.threads = threads;
    }

    static BatchedEncoder open(BundledWeights weights, int threads) {
        return new BatchedEncoder(
                new TextTokens(weights.tokenizer()), EncoderSession.open(weights.model()), threads);
    }

    /**
     * @param texts any texts
     * @param tokenBudget most tokens in a batch, padding included
     * @return one vector a text, in order
     */
    List<float[]> encode(List<String> texts, int tokenBudget) {
        long[][] ids = new long[texts.size()][];
        new Side(threads).run(ids.length, Progress.NONE, i -> ids[i] = tokens.ids(texts.get(i)));
        int[] order =
                IntStream.range(0, ids.length)
                        .boxed()
                        .sorted(Comparator.comparingInt(i -> ids[i].length))
                        .mapToInt(Integer::intValue)
                        .toArray();
        List<int[]> batches = TokenBatches.of(order, i -> ids[i].length, tokenBudget);
        float[][] vectors = new float[ids.length][];
        new Side(threads)
                .run(
                        batches.size(),
                        Progress.NONE,
                        b -> {
                            int[] batch = batches.get(b);
                            long[][] rows = new long[batch.length][];
                            Arrays.setAll(rows, i -> ids[batch[i]]);
                            float[][] result = session.run(rows);
                            for (int i = 0; i < batch.length; i++) {
                                vectors[batch[i]] = result[i];
                            }
                        });
        return Arrays.asList(vectors);
    }

    @Override
    public void close() {
        session.close();
        tokens.close();
    }
}
