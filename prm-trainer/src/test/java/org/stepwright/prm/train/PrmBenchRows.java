package org.stepwright.prm.train;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;

/**
 * PRMBench as the workbench reads it (steps of {@code modified_process}, wrong ones in {@code
 * error_steps} from 1, all labelled); this module does not see the reader itself.
 */
final class PrmBenchRows {
    private PrmBenchRows() {}

    /**
     * @param folder where PRMBench's files are
     * @return all rows of its {@code prm*.jsonl}, by file and line
     */
    static List<LabelledTrace> read(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files =
                    all.filter(f -> f.getFileName().toString().matches("prm.*\\.jsonl"))
                            .sorted()
                            .toList();
        }
        List<LabelledTrace> rows = new ArrayList<>();
        for (Path file : files) {
            try (MappingIterator<JsonNode> nodes =
                    new ObjectMapper().readerFor(JsonNode.class).readValues(file.toFile())) {
                while (nodes.hasNext()) {
                    rows.add(row(file.getFileName() + ":" + rows.size(), nodes.next()));
                }
            }
        }
        return rows;
    }

    private static LabelledTrace row(String id, JsonNode node) {
        Set<Integer> errors = new HashSet<>();
        node.path("error_steps").forEach(e -> errors.add(e.asInt() - 1));
        List<Step> steps = new ArrayList<>();
        List<StepLabel> labels = new ArrayList<>();
        for (JsonNode text : node.path("modified_process")) {
            int i = steps.size();
            steps.add(Step.of(text.asText()));
            labels.add(
                    StepLabel.verdict(
                            id,
                            i,
                            errors.contains(i) ? Verdict.WRONG : Verdict.CORRECT,
                            "prmbench",
                            Instant.EPOCH,
                            LabelSource.IMPORTED));
        }
        String original = node.path("original_question").asText();
        String problem =
                node.path("modified_question").asText(node.path("question").asText(original));
        return new LabelledTrace(
                new Trace(
                        id,
                        problem,
                        steps,
                        Outcome.UNKNOWN,
                        null,
                        original.isEmpty()
                                ? Map.of(Trace.SOURCE, "prmbench")
                                : Map.of(
                                        Trace.SOURCE,
                                        "prmbench",
                                        Trace.ORIGINAL_PROBLEM,
                                        original)),
                labels);
    }
}
