package org.stepwright.prm.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.junit.jupiter.api.Test;
import org.stepwright.prm.OnnxHead;
import org.stepwright.prm.Reference;

class TreeHeadTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void graphGivesTheMarginsOfPythonsXgboost() throws IOException {
        JsonNode json = Reference.read("trees.json");
        float[][] rows = LogisticRegressionTest.rows(json.get("rows"));
        float[] logits = logits(MAPPER.writeValueAsBytes(json.get("model")), rows);
        for (int i = 0; i < rows.length; i++) {
            assertThat((double) logits[i])
                    .isCloseTo(json.get("margins").get(i).asDouble(), within(1e-5));
        }
    }

    @Test
    void graphGivesTheMarginsOfXgboostItself() throws XGBoostError, IOException {
        int n = 500;
        int width = 6;
        Random random = new Random(3);
        float[] flat = new float[n * width];
        float[] labels = new float[n];
        for (int i = 0; i < flat.length; i++) {
            // Few distinct values, so that many rows lie exactly on a split.
            flat[i] = random.nextInt(20) / 10f;
        }
        for (int i = 0; i < n; i++) {
            labels[i] = flat[i * width] + random.nextFloat() > 1.3 ? 1 : 0;
        }
        assumeTrue(nativeTreesLoad(), "libgomp is not on this machine, so XGBoost does not load");
        DMatrix matrix = new DMatrix(flat, n, width, Float.NaN);
        matrix.setLabel(labels);
        Map<String, Object> settings = new HashMap<>();
        settings.put("objective", "binary:logistic");
        settings.put("nthread", 1);
        settings.put("verbosity", 0);
        Booster booster = XGBoost.train(matrix, settings, 30, new HashMap<>(), null, null);
        float[][] margins = booster.predict(matrix, true);
        float[][] rows = new float[n][width];
        for (int i = 0; i < n; i++) {
            System.arraycopy(flat, i * width, rows[i], 0, width);
        }
        float[] logits = logits(booster.toByteArray("json"), rows);
        for (int i = 0; i < n; i++) {
            assertThat(logits[i]).isCloseTo(margins[i][0], within(1e-5f));
        }
        booster.dispose();
        matrix.dispose();
    }

    private static boolean nativeTreesLoad() throws XGBoostError {
        try {
            new DMatrix(new float[] {1}, 1, 1, Float.NaN).dispose();
            return true;
        } catch (LinkageError e) {
            return false;
        }
    }

    private static float[] logits(byte[] model, float[][] rows) throws IOException {
        OnnxGraph graph = new OnnxGraph(rows[0].length);
        byte[] onnx =
                graph.finish(new TreeHead(TreeDump.parse(model)).addTo(graph, ""), 1, Map.of());
        try (OnnxHead head = OnnxHead.open(onnx, rows[0].length)) {
            return head.logits(rows);
        }
    }
}
