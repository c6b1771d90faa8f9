package org.stepwright.prm.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.stepwright.prm.Reference;
import org.stepwright.work.Progress;

/** Against scikit-learn; {@code reference/junk_logistic.py} made the values. */
class LinearFitTest {
    @Test
    void reachesScikitLearnsOptimumUnderTwoPenalties() throws IOException {
        JsonNode json = Reference.read("junk_logistic.json");
        float[][] rows = LogisticRegressionTest.rows(json.get("rows"));
        boolean[] positives = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            positives[i] = json.get("positives").get(i).asInt() == 1;
        }
        LinearFit fit =
                LinearFit.of(
                        rows,
                        positives,
                        json.get("penalty").asDouble(),
                        json.get("plain").asInt(),
                        json.get("rest_penalty").asDouble(),
                        Progress.NONE);

        for (int i = 0; i < rows.length; i++) {
            assertThat(fit.logit(rows[i]))
                    .isCloseTo(json.get("logits").get(i).asDouble(), within(1e-4));
        }
    }
}
