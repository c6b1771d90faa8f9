package org.stepwright.near;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** MinHash and its buckets beside the Python library datasketch; make_minhash.py says how. */
class MinHashReferenceTest {
    private static JsonNode reference;
    private static final List<int[]> SETS = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException {
        try (InputStream in =
                MinHashReferenceTest.class.getResourceAsStream("/reference/minhash.json")) {
            reference = new ObjectMapper().readTree(in);
        }
        reference
                .path("texts")
                .forEach(text -> SETS.add(Shingles.set(Shingles.sequence(text.asText()))));
    }

    private static List<short[]> signatures(long seed) {
        MinHash minHash = new MinHash(reference.path("places").asInt(), seed);
        return SETS.stream().map(minHash::signature).toList();
    }

    @Test
    void similaritiesOfShinglesAreTheTrueOnes() {
        assertThat(reference.path("pairs").size()).isGreaterThan(500);
        for (JsonNode pair : reference.path("pairs")) {
            int[] a = SETS.get(pair.get(0).asInt());
            int[] b = SETS.get(pair.get(1).asInt());
            assertThat(Shingles.jaccard(a, b)).isCloseTo(pair.get(2).asDouble(), within(1e-6));
        }
    }

    @Test
    void estimatesErrAsTheorySaysAndNoMoreThanDatasketch() {
        double theory = reference.path("theory").asDouble();
        double sum = 0;
        double bias = 0;
        int seeds = 5;
        for (long seed = 1; seed <= seeds; seed++) {
            List<short[]> signatures = signatures(seed);
            for (JsonNode pair : reference.path("pairs")) {
                double error =
                        MinHash.similarity(
                                        signatures.get(pair.get(0).asInt()),
                                        signatures.get(pair.get(1).asInt()))
                                - pair.get(2).asDouble();
                sum += error * error;
                bias += error;
            }
        }
        int estimates = seeds * reference.path("pairs").size();
        double rmse = Math.sqrt(sum / estimates);
        System.out.printf(
                java.util.Locale.ROOT,
                "MinHash of 256: error %.5f, theory %.5f, datasketch %.5f, bias %.5f%n",
                rmse,
                theory,
                reference.path("rmse").asDouble(),
                bias / estimates);
        assertThat(rmse).isCloseTo(theory, within(0.15 * theory));
        assertThat(bias / estimates).isCloseTo(0, within(0.3 * theory));
    }

    @Test
    void bucketsFindWhatDatasketchFinds() {
        Bands bands = Bands.forThreshold(0.8, reference.path("places").asInt());
        assertThat(bands)
                .isEqualTo(
                        new Bands(reference.path("bands").asInt(), reference.path("rows").asInt()));
        Set<List<Integer>> ours = found(bands, signatures(1));
        Set<List<Integer>> theirs = new HashSet<>();
        reference
                .path("found")
                .forEach(p -> theirs.add(List.of(p.get(0).asInt(), p.get(1).asInt())));
        int sure = 0;
        int differ = 0;
        for (JsonNode pair : reference.path("pairs")) {
            List<Integer> key = List.of(pair.get(0).asInt(), pair.get(1).asInt());
            double similarity = pair.get(2).asDouble();
            if (similarity >= 0.9) {
                sure++;
                assertThat(ours).contains(key);
                assertThat(theirs).contains(key);
            } else if (similarity < 0.7) {
                assertThat(ours).doesNotContain(key);
                assertThat(theirs).doesNotContain(key);
            } else if (ours.contains(key) != theirs.contains(key)) {
                differ++;
            }
        }
        System.out.printf(
                java.util.Locale.ROOT,
                "pairs found: %d, datasketch %d, %d near the threshold differ%n",
                ours.size(),
                theirs.size(),
                differ);
        assertThat(sure).isGreaterThan(100);
    }

    private static Set<List<Integer>> found(Bands bands, List<short[]> signatures) {
        Set<List<Integer>> found = new HashSet<>();
        for (int band = 0; band < bands.bands(); band++) {
            Map<Long, List<Integer>> buckets = new HashMap<>();
            for (int i = 0; i < signatures.size(); i++) {
                List<Integer> bucket =
                        buckets.computeIfAbsent(
                                bands.key(signatures.get(i), band), k -> new ArrayList<>());
                for (int other : bucket) {
                    if (MinHash.similarity(signatures.get(i), signatures.get(other)) >= 0.8) {
                        found.add(List.of(other, i));
                    }
                }
                bucket.add(i);
            }
        }
        return found;
    }
}
