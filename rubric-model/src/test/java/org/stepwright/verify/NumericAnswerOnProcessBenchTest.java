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
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A step on the way is not a final answer, unless it says so with a box. */
class NumericAnswerOnProcessBenchTest {
    @Test
    void onlyLastStepsStateTheAnswer() throws IOException {
        Path file =
                Path.of(
                        System.getProperty("stepwright.shared", "none"),
                        "data/processbench/gsm8k.json");
        assumeTrue(Files.exists(file), "ProcessBench gsm8k is not here: " + file);
        List<String> early = new ArrayList<>();
        int last = 0;
        for (JsonNode row : new ObjectMapper().readTree(file.toFile())) {
            JsonNode steps = row.path("steps");
            for (int i = 0; i < steps.size(); i++) {
                String step = steps.get(i).asText();
                Optional<FinalAnswer> stated = FinalAnswer.find(step);
                boolean boxed = step.contains("\\boxed");
                if (stated.isPresent() && i < steps.size() - 1 && !boxed) {
                    early.add(row.path("id").asText() + " step " + i + ": " + stated + " " + step);
                } else if (stated.isPresent() && i == steps.size() - 1) {
                    last++;
                }
            }
        }
        System.out.println("final answers found in last steps of ProcessBench gsm8k: " + last);
        assertThat(early).isEmpty();
        assertThat(last).isGreaterThanOrEqualTo(300);
    }
}
