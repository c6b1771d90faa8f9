package org.stepwright.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stepwright.trace.Step;

/** How often a failing equality means that the trace is wrong there or before. */
class ArithmeticOnProcessBenchTest {
    @Test
    void aFlagMostlyMeansAnError() throws IOException {
        Path file =
                Path.of(
                        System.getProperty("stepwright.shared", "none"),
                        "data/processbench/gsm8k.json");
        assumeTrue(Files.exists(file), "ProcessBench gsm8k is not here: " + file);
        int flagged = 0;
        int right = 0;
        int exact = 0;
        long held = 0;
        int wrongSteps = 0;
        int wrongStepsBehindError = 0;
        List<String> alarms = new ArrayList<>();
        for (JsonNode row : new ObjectMapper().readTree(file.toFile())) {
            List<Step> steps = new ArrayList<>();
            Finding first = null;
            int at = -1;
            for (JsonNode step : row.path("steps")) {
                steps.add(Step.of(step.asText()));
                List<Finding> findings =
                        new ArithmeticVerifier()
                                .check(new Prefix(row.path("problem").asText(), null, steps));
                if (findings.stream().anyMatch(finding -> !finding.holds())) {
                    int label = row.path("label").asInt();
                    wrongSteps++;
                    wrongStepsBehindError += label >= 0 && steps.size() - 1 >= label ? 1 : 0;
                }
                for (Finding finding : findings) {
                    held += finding.holds() ? 1 : 0;
                    if (!finding.holds() && first == null) {
                        first = finding;
                        at = steps.size() - 1;
                    }
                }
            }
            int gold = row.path("label").asInt();
            if (first != null) {
                flagged++;
                boolean good = gold >= 0 && at >= gold;
                right += good ? 1 : 0;
                exact += gold == at ? 1 : 0;
                if (!good) {
                    alarms.add(
                            row.path("id").asText() + " gold " + gold + " at " + at + ": " + first);
                } else if (gold != at) {
                    alarms.add(
                            "(later) "
                                    + row.path("id").asText()
                                    + " gold "
                                    + gold
                                    + " at "
                                    + at
                                    + ": "
                                    + first);
                }
            }
        }
        System.out.printf(
                java.util.Locale.ROOT,
                "arithmetic on ProcessBench gsm8k: %d of %d flagged traces at or after the first"
                        + " error (%d exactly at it), %d equalities hold%n",
                right,
                flagged,
                exact,
                held);
        System.out.println(
                wrongStepsBehindError
                        + " of "
                        + wrongSteps
                        + " flagged steps are at or after the first error of a wrong trace");
        alarms.forEach(System.out::println);
        assertThat(right).isGreaterThanOrEqualTo(18);
        assertThat((double) right / flagged).isGreaterThanOrEqualTo(0.95);
    }
}
