package org.stepwright.prm.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.stepwright.prm.Reference;
import org.stepwright.work.Cancelled;
import org.stepwright.work.Progress;

class EncoderTest {
    private static Encoder int8;
    private static JsonNode reference;

    @BeforeAll
    static void open() throws IOException {
        int8 = Encoder.open(BundledWeights.INT8, 2);
        reference = Reference.read("encoder.json");
    }

    @AfterAll
    static void close() {
        int8.close();
    }

    @Test
    void fp32GivesThePythonReferencesVectors() {
        try (Encoder fp32 = Encoder.open(BundledWeights.FP32, 1)) {
            for (int i = 0; i < reference.get("texts").size(); i++) {
                float[] vector = fp32.encode(reference.get("texts").get(i).asText());
                for (int k = 0; k < Encoder.DIMENSION; k++) {
                    double wanted = reference.get("vectors").get(i).get(k).asDouble();
                    assertThat((double) vector[k]).isCloseTo(wanted, within(1e-4));
                }
            }
        }
    }

    @Test
    void int8StaysCloseToTheReference() {
        for (int i = 0; i < reference.get("texts").size(); i++) {
            float[] vector = int8.encode(reference.get("texts").get(i).asText());
            double dot = 0;
            for (int k = 0; k < Encoder.DIMENSION; k++) {
                dot += vector[k] * reference.get("vectors").get(i).get(k).asDouble();
            }
            assertThat(dot).isGreaterThan(0.93);
        }
    }

    @Test
    void manyTextsGiveTheSameBitsAsEachAlone() {
        List<String> texts = texts();
        // Both fresh: what another test left in a cache would be handed out and not encoded.
        try (Encoder many = Encoder.open(BundledWeights.INT8, 2);
                Encoder one = Encoder.open(BundledWeights.INT8, 1)) {
            Map<String, float[]> together = many.encodeAll(texts, Progress.NONE);
            for (String text : texts) {
                assertThat(together.get(text)).isEqualTo(one.encode(text));
            }
        }
    }

    @Test
    void batchesStayNear() {
        List<String> texts = texts();
        List<float[]> batched;
        try (BatchedEncoder encoder = BatchedEncoder.open(BundledWeights.INT8, 2)) {
            batched = encoder.encode(texts, 512);
        }
        for (int i = 0; i < texts.size(); i++) {
            float[] alone = int8.encode(texts.get(i));
            double dot = 0;
            for (int k = 0; k < Encoder.DIMENSION; k++) {
                dot += batched.get(i)[k] * alone[k];
            }
            assertThat(dot).isGreaterThan(0.97);
        }
    }

    @Test
    void vectorsHaveLengthOne() {
        double squares = 0;
        for (float value : int8.encode("Now there are 4 + 4 = 8.")) {
            squares += (double) value * value;
        }
        assertThat(squares).isCloseTo(1, within(1e-5));
    }

    @Test
    void aHugeTextIsCutAndNotRefused() {
        assertThat(int8.encode("x ".repeat(1_000_000))).hasSize(Encoder.DIMENSION);
    }

    @Test
    void hearsACancelBetweenTexts() {
        Progress stopped =
                new Progress() {
                    @Override
                    public void report(long done, long total, String message) {
                        // not needed here
                    }

                    @Override
                    public boolean isCancelled() {
                        return true;
                    }
                };
        assertThatThrownBy(() -> int8.encodeAll(texts(), stopped)).isInstanceOf(Cancelled.class);
    }

    @Test
    void cacheForgetsTheLeastRecentlyUsed() {
        VectorCache cache = new VectorCache(2);
        cache.put(VectorCache.key("a"), new float[] {1});
        cache.put(VectorCache.key("b"), new float[] {2});
        cache.get(VectorCache.key("a"));
        cache.put(VectorCache.key("c"), new float[] {3});
        assertThat(cache.size()).isEqualTo(2);
        assertThat(cache.get(VectorCache.key("b"))).isNull();
        assertThat(cache.get(VectorCache.key("a"))).containsExactly(1);
    }

    @Test
    void batchesKeepTheBudget() {
        int[] lengths = {3, 5, 5, 9, 40};
        List<int[]> batches = TokenBatches.of(new int[] {0, 1, 2, 3, 4}, i -> lengths[i], 15);
        assertThat(batches).containsExactly(new int[] {0, 1, 2}, new int[] {3}, new int[] {4});
    }

    private static List<String> texts() {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            texts.add("There are " + i + " bolts" + ", and then some more".repeat(i % 7) + ".");
        }
        return texts;
    }
}
