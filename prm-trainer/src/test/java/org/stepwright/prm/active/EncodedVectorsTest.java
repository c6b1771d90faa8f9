package org.stepwright.prm.active;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stepwright.prm.encode.BundledWeights;
import org.stepwright.prm.encode.Encoder;
import org.stepwright.trace.Trace;
import org.stepwright.work.Progress;

class EncodedVectorsTest {
    private static final String SUM = "Three apples and four apples make seven apples.";
    private static final String LAW = "The court dismissed the appeal for lack of standing.";

    private static final Map<String, Trace> TRACES =
            Map.of(
                    "sum", Trace.of("sum", "p", List.of(SUM, LAW)),
                    "law", Trace.of("law", "p", List.of(LAW)),
                    "empty", Trace.of("empty", "p", List.of()));

    @Test
    void aTraceLiesWhereItsDoubtedStepsLie() {
        Map<String, List<Double>> rewards =
                Map.of("sum", List.of(1.0, 0.5), "law", List.of(0.5, 0.5));
        try (Encoder encoder = Encoder.open(BundledWeights.INT8, 1)) {
            Vectors vectors =
                    new EncodedVectors(
                            encoder, TRACES::get, id -> rewards.getOrDefault(id, List.of()));

            float[][] found = vectors.of(List.of("sum", "law", "empty", "gone"), Progress.NONE);

            // Only the second step of the first one is doubted; the scores of the second one are of
            // other steps and count as none.
            assertThat(FarthestFirst.squaredDistance(found[0], found[1])).isLessThan(1e-9);
            assertThat(found[2]).containsOnly(0f);
            assertThat(found[3]).containsOnly(0f).hasSize(Encoder.DIMENSION);
        }
    }

    @Test
    void withoutScoresItLiesAmongItsFirstSteps() {
        try (Encoder encoder = Encoder.open(BundledWeights.INT8, 1)) {
            Vectors vectors = new EncodedVectors(encoder, TRACES::get, id -> List.of());

            float[] both = vectors.of(List.of("sum"), Progress.NONE)[0];

            assertThat(FarthestFirst.squaredDistance(both, encoder.encode(SUM)))
                    .isCloseTo(
                            FarthestFirst.squaredDistance(both, encoder.encode(LAW)),
                            org.assertj.core.api.Assertions.within(1e-5));
        }
    }
}
