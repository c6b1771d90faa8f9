package org.stepwright.prm.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against scikit-learn and numpy; {@code reference/metrics.py} made the values. */
class MetricsReferenceTest {
    static Stream<Named<JsonNode>> cases() throws IOException {
        try (InputStream in =
                MetricsReferenceTest.class.getResourceAsStream("/reference/metrics.json")) {
            JsonNode cases = new ObjectMapper().readTree(in).path("cases");
            return StreamSupport.stream(cases.spliterator(), false)
                    .map(c -> Named.of(c.path("name").asText(), c));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agrees(JsonNode expected) {
        double[] rewards =
                StreamSupport.stream(expected.path("rewards").spliterator(), false)
                        .mapToDouble(JsonNode::asDouble)
                        .toArray();
        boolean[] labels = new boolean[rewards.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = expected.path("labels").get(i).asBoolean();
        }
        StepF1 f1 = Metrics.stepF1(rewards, labels, expected.path("threshold").asDouble());

        check("auroc", Metrics.auroc(rewards, labels), expected, 1e-9);
        check("brier", Metrics.brier(rewards, labels), expected, 1e-9);
        check("ece", Metrics.ece(rewards, labels), expected, 1e-9);
        check("f1_positive", f1.positive(), expected, 1e-9);
        check("f1_negative", f1.negative(), expected, 1e-9);
        // The reference searches a flat minimum by its values, which gives half the digits.
        check("temperature", Temperature.fit(rewards, labels), expected, 1e-5);
    }

    private static void check(String name, double actual, JsonNode expected, double tolerance) {
        assertThat(actual).as(name).isCloseTo(expected.path(name).asDouble(), within(tolerance));
    }
}
