package org.stepwright.prm.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stepwright.prm.OnnxHead;
import org.stepwright.prm.Reference;
import org.stepwright.work.Progress;

class LogisticRegressionTest {
    @Test
    void reachesScikitLearnsOptimumInJavaAndInOnnx() throws IOException {
        JsonNode json = Reference.read("logistic.json");
        Design design =
                new Design(
                        rows(json.get("rows")),
                        doubles(json.get("targets")),
                        doubles(json.get("weights")));
        LogisticRegression.Linear head =
                new LogisticRegression(json.get("penalty").asDouble())
                        .fit(design, 1, Progress.NONE);
        double[] logits = doubles(json.get("logits"));
        OnnxGraph graph = new OnnxGraph(design.width());
        byte[] onnx = graph.finish(head.addTo(graph, ""), 1, Map.of());
        try (OnnxHead session = OnnxHead.open(onnx, design.width())) {
            List<Double> rewards = session.rewards(design.rows());
            for (int i = 0; i < logits.length; i++) {
                assertThat(head.logit(design.rows()[i])).isCloseTo(logits[i], within(1e-4));
                assertThat(rewards.get(i))
                        .isCloseTo(json.get("rewards").get(i).asDouble(), within(1e-4));
            }
        }
    }

    @Test
    void givesEachSourceItsInterceptWhileFittingAndKeepsTheMean() throws IOException {
        JsonNode json = Reference.read("logistic.json");
        int[] sources = new int[json.get("sources").size()];
        for (int i = 0; i < sources.length; i++) {
            sources[i] = json.get("sources").get(i).asInt();
        }
        Design design =
                new Design(
                        rows(json.get("rows")),
                        doubles(json.get("targets_by_source")),
                        doubles(json.get("weights")),
                        sources);
        LogisticRegression.Linear head =
                new LogisticRegression(json.get("penalty").asDouble())
                        .fit(design, 1, Progress.NONE);
        double[] logits = doubles(json.get("logits_by_source"));
        for (int i = 0; i < logits.length; i++) {
            assertThat(head.logit(design.rows()[i])).isCloseTo(logits[i], within(1e-4));
        }
    }

    @Test
    void aNumberThatNeverChangesGetsNoWeight() {
        Design design =
                new Design(
                        new float[][] {{1, 7}, {2, 7}, {3, 7}, {4, 7}},
                        new double[] {0, 1, 0, 1},
                        new double[] {1, 1, 1, 1});
        LogisticRegression.Linear head = new LogisticRegression(0.1).fit(design, 1, Progress.NONE);
        assertThat(head.weights()[1]).isZero();
        assertThat(head.logit(new float[] {2, 900})).isEqualTo(head.logit(new float[] {2, 7}));
    }

    static float[][] rows(JsonNode list) {
        float[][] rows = new float[list.size()][];
        for (int i = 0; i < rows.length; i++) {
            double[] row = doubles(list.get(i));
            rows[i] = new float[row.length];
            for (int j = 0; j < row.length; j++) {
                rows[i][j] = (float) row[j];
            }
        }
        return rows;
    }

    static double[] doubles(JsonNode list) {
        double[] values = new double[list.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = list.get(i).asDouble();
        }
        return values;
    }
}
