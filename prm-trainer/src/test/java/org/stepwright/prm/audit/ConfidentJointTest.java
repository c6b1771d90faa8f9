package org.stepwright.prm.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.stepwright.prm.Reference;

/** Against cleanlab; {@code reference/confident_learning.py} made the values. */
class ConfidentJointTest {
    static Stream<Named<JsonNode>> cases() throws IOException {
        return StreamSupport.stream(
                        Reference.read("confident_learning.json").path("cases").spliterator(),
                        false)
                .map(c -> Named.of(c.path("name").asText(), c));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithCleanlab(JsonNode expected) {
        int[] labels = ints(expected.path("labels"));
        double[][] probabilities = new double[labels.length][];
        for (int i = 0; i < labels.length; i++) {
            probabilities[i] = doubles(expected.path("probabilities").get(i));
        }
        ConfidentJoint joint = new ConfidentJoint(labels, probabilities);

        assertThat(joint.thresholds())
                .containsExactly(doubles(expected.path("thresholds")), within(1e-9));
        assertThat(joint.counts()).isDeepEqualTo(matrix(expected.path("counts")));
        assertThat(joint.calibrated()).isDeepEqualTo(matrix(expected.path("calibrated")));
        assertThat(joint.issues()).isEqualTo(list(expected.path("issues"))).isNotEmpty();
        assertThat(joint.confidentIssues()).isEqualTo(list(expected.path("confident_issues")));
        double[] margins = doubles(expected.path("margins"));
        for (int i = 0; i < labels.length; i++) {
            assertThat(joint.normalisedMargin(i)).isCloseTo(margins[i], within(1e-9));
        }
    }

    @Property(tries = 200)
    void theScaledTableHoldsEveryItem(
            @ForAll @IntRange(min = 1, max = 200) int items,
            @ForAll @IntRange(min = 2, max = 4) int classes,
            @ForAll @DoubleRange(min = 0, max = 4) double sharpness,
            @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] labels = new int[items];
        double[][] probabilities = new double[items][classes];
        for (int i = 0; i < items; i++) {
            labels[i] = random.nextInt(classes);
            double sum = 0;
            for (int k = 0; k < classes; k++) {
                probabilities[i][k] = Math.exp(sharpness * random.nextDouble());
                sum += probabilities[i][k];
            }
            for (int k = 0; k < classes; k++) {
                probabilities[i][k] /= sum;
            }
        }
        ConfidentJoint joint = new ConfidentJoint(labels, probabilities);

        assertThat(Arrays.stream(joint.calibrated()).flatMapToInt(Arrays::stream).sum())
                .isBetween(items - classes, items + classes);
        assertThat(joint.issues())
                .doesNotHaveDuplicates()
                .allMatch(i -> joint.suggested(i) != labels[i]);
        List<Double> believed = joint.issues().stream().map(joint::selfConfidence).toList();
        assertThat(believed).isSorted();
    }

    @Test
    void whatDoesNotFitIsRefused() {
        assertThatThrownBy(() -> new ConfidentJoint(new int[0], new double[0][]))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ConfidentJoint(new int[] {2}, new double[][] {{0.5, 0.5}}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static int[] ints(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).mapToInt(JsonNode::asInt).toArray();
    }

    private static double[] doubles(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }

    private static int[][] matrix(JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(ConfidentJointTest::ints)
                .toArray(int[][]::new);
    }

    private static List<Integer> list(JsonNode list) {
        List<Integer> values = new ArrayList<>();
        list.forEach(v -> values.add(v.asInt()));
        return values;
    }
}
