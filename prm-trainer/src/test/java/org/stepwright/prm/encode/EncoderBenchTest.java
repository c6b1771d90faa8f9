package org.stepwright.prm.encode;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.stepwright.work.Progress;

/** Texts a second, beside LangChain4j's own way with the same weights, in the same run. */
@Tag("bench")
class EncoderBenchTest {
    private static final int TEXTS = 1000;
    private static final int ROUNDS = 3;

    private final int threads = Runtime.getRuntime().availableProcessors();

    @Test
    void textsASecond() throws IOException {
        for (BenchTexts.Sample sample : BenchTexts.samples(TEXTS)) {
            measure(sample);
        }
    }

    private void measure(BenchTexts.Sample sample) {
        List<String> texts = sample.texts();
        List<TextSegment> segments = texts.stream().map(TextSegment::from).toList();
        AllMiniLmL6V2QuantizedEmbeddingModel peer = new AllMiniLmL6V2QuantizedEmbeddingModel();
        double[] best = new double[4];
        double tokens;
        try (BatchedEncoder batched = BatchedEncoder.open(BundledWeights.INT8, threads);
                TextTokens tokenizer = new TextTokens(BundledWeights.INT8.tokenizer())) {
            tokens = texts.stream().mapToInt(t -> tokenizer.ids(t).length).average().orElseThrow();
            // Taken in turns, so that a busy machine is busy for all of them.
            for (int round = 0; round < ROUNDS; round++) {
                keep(best, 0, texts, () -> peer.embedAll(segments));
                keep(best, 1, texts, () -> exact(BundledWeights.INT8, texts));
                keep(best, 2, texts, () -> batched.encode(texts, 1024));
                keep(best, 3, texts, () -> exact(BundledWeights.FP32, texts));
            }
        }
        System.out.println(
                String.format(
                        Locale.ROOT,
                        "%s: %d texts, %.0f tokens on average",
                        sample.name(),
                        texts.size(),
                        tokens));
        print("LangChain4j embedAll, int8", best[0], best[0]);
        print("each text by itself, int8 (scoring)", best[1], best[0]);
        print("token-budget batches, int8 (unused)", best[2], best[0]);
        print("each text by itself, fp32", best[3], best[0]);
    }

    /** A fresh encoder each time, since its cache would answer the second round. */
    private long exact(BundledWeights weights, List<String> texts) {
        try (Encoder encoder = Encoder.open(weights, threads)) {
            long start = System.nanoTime();
            encoder.encodeAll(texts, Progress.NONE);
            return System.nanoTime() - start;
        }
    }

    private interface Run {
        Object once();
    }

    private static void keep(double[] best, int which, List<String> texts, Run run) {
        long start = System.nanoTime();
        Object result = run.once();
        long nanos = result instanceof Long own ? own : System.nanoTime() - start;
        best[which] = Math.max(best[which], texts.size() / (nanos / 1e9));
    }

    private static void print(String what, double rate, double peer) {
        System.out.println(
                String.format(Locale.ROOT, "%-36s %6.0f texts/s  %.2fx", what, rate, rate / peer));
    }
}
