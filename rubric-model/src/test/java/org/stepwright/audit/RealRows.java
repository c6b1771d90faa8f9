package org.stepwright.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;

/** Rows to plant faults in: the sample set, and PRMBench where it is at hand. */
final class RealRows {
    private static final Path SAMPLES =
            Path.of("../assets/src/main/resources/org/stepwright/assets/samples/refunds.jsonl");

    private RealRows() {}

    /** The 600 synthetic answers to 150 problems that come with the workbench. */
    static List<LabelledTrace> samples() throws IOException {
        List<LabelledTrace> rows = new ArrayList<>();
        for (JsonNode row : lines(SAMPLES)) {
            String id = row.path("id").asText();
            List<StepLabel> labels = new ArrayList<>();
            for (int i = 0; i < row.path("labels").size(); i++) {
                if (!row.path("labels").get(i).isNull()) {
                    labels.add(label(id, i, row.path("labels").get(i).asBoolean()));
                }
            }
            rows.add(trace(id, row.path("problem").asText(), row.path("steps"), labels));
        }
        return rows;
    }

    /** All usable rows of all PRMBench files; empty when they are not here. */
    static Optional<List<LabelledTrace>> prmBench() throws IOException {
        Path folder = Path.of(System.getProperty("stepwright.shared", "none"), "data", "prmbench");
        if (!Files.isDirectory(folder)) {
            System.out.println("PRMBench is not here, nothing is measured on it: " + folder);
            return Optional.empty();
        }
        List<LabelledTrace> rows = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
                for (JsonNode row : lines(file)) {
                    prmBench(row, file.getFileName() + "-" + rows.size()).ifPresent(rows::add);
                }
            }
        }
        return Optional.of(rows);
    }

    private static Optional<LabelledTrace> prmBench(JsonNode row, String id) {
        int steps = row.path("modified_process").size();
        if (steps == 0 || !row.path("error_steps").isArray()) {
            return Optional.empty();
        }
        boolean[] wrong = new boolean[steps];
        for (JsonNode error : row.path("error_steps")) {
            if (error.asInt() < 1 || error.asInt() > steps) {
                return Optional.empty();
            }
            wrong[error.asInt() - 1] = true;
        }
        List<StepLabel> labels = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            labels.add(label(id, i, !wrong[i]));
        }
        String question = row.path("modified_question").asText(row.path("question").asText());
        return Optional.of(trace(id, question, row.path("modified_process"), labels));
    }

    private static LabelledTrace trace(
            String id, String problem, JsonNode steps, List<StepLabel> labels) {
        List<Step> texts = new ArrayList<>();
        steps.forEach(step -> texts.add(Step.of(step.asText())));
        Trace trace = new Trace(id, problem, texts, Outcome.UNKNOWN, null, Map.of());
        return new LabelledTrace(trace, labels);
    }

    private static StepLabel label(String id, int step, boolean correct) {
        Verdict verdict = correct ? Verdict.CORRECT : Verdict.WRONG;
        return StepLabel.verdict(
                id, step, verdict, "import:file", Instant.EPOCH, LabelSource.IMPORTED);
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> rows = new ArrayList<>();
        try (BufferedReader in = Files.newBufferedReader(file)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.isBlank()) {
                    rows.add(json.readTree(line));
                }
            }
        }
        return rows;
    }
}
