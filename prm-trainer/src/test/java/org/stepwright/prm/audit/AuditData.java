package org.stepwright.prm.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
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
import org.stepwright.trace.StepKind;
import org.stepwright.trace.Trace;

/** Rows as the workbench reads them; this module does not see the readers themselves. */
final class AuditData {
    private AuditData() {}

    /** The samples that come with the program: 600 refunds and the templates' answers. */
    static List<LabelledTrace> bundled() {
        Path folder =
                Path.of("../assets/src/main/resources/org/stepwright/assets/samples")
                        .toAbsolutePath()
                        .normalize();
        List<LabelledTrace> rows = new ArrayList<>();
        for (Path file : files(folder, "(refunds|[a-z-]+)\\.jsonl")) {
            if (!file.endsWith("live-answer.jsonl")) {
                values(file).forEach(node -> rows.add(generic(node)));
            }
        }
        return rows;
    }

    /** All rows of PRMBench's prm*.jsonl whose marked steps are there. */
    static List<LabelledTrace> prmBench(Path data) {
        List<LabelledTrace> rows = new ArrayList<>();
        for (Path file : files(data.resolve("prmbench"), "prm.*\\.jsonl")) {
            for (JsonNode node : values(file)) {
                String id = file.getFileName() + ":" + rows.size();
                List<String> steps = texts(node.path("modified_process"));
                Set<Integer> errors = new HashSet<>();
                node.path("error_steps").forEach(e -> errors.add(e.asInt() - 1));
                if (errors.stream().allMatch(e -> e >= 0 && e < steps.size())) {
                    List<Verdict> verdicts = new ArrayList<>();
                    for (int i = 0; i < steps.size(); i++) {
                        verdicts.add(errors.contains(i) ? Verdict.WRONG : Verdict.CORRECT);
                    }
                    String original = node.path("original_question").asText();
                    String problem =
                            node.path("modified_question")
                                    .asText(node.path("question").asText(original));
                    rows.add(row(id, problem, original, "prmbench", "", plain(steps), verdicts));
                }
            }
        }
        return rows;
    }

    /** ProcessBench's gsm8k: correct up to the first error, the rest not labelled. */
    static List<LabelledTrace> processBench(Path data) {
        List<LabelledTrace> rows = new ArrayList<>();
        // reading many values goes into an array by itself
        for (JsonNode one : values(data.resolve("processbench/gsm8k.json"))) {
            {
                List<String> steps = texts(one.path("steps"));
                int error = one.path("label").asInt();
                List<Verdict> verdicts = new ArrayList<>();
                for (int i = 0; i < steps.size(); i++) {
                    verdicts.add(
                            error < 0 || i < error
                                    ? Verdict.CORRECT
                                    : i == error ? Verdict.WRONG : null);
                }
                rows.add(
                        row(
                                one.path("id").asText(),
                                one.path("problem").asText(),
                                "",
                                "processbench",
                                one.path("generator").asText(),
                                plain(steps),
                                verdicts));
            }
        }
        return rows;
    }

    private static LabelledTrace generic(JsonNode node) {
        List<Step> steps = new ArrayList<>();
        for (JsonNode step : node.path("steps")) {
            boolean call = step.path("kind").asText().equals("tool_call");
            steps.add(
                    step.isTextual()
                            ? Step.of(step.asText())
                            : new Step(
                                    step.path("text").asText(),
                                    call ? StepKind.TOOL_CALL : StepKind.TEXT,
                                    step.path("context").asText(""),
                                    List.of()));
        }
        List<Verdict> verdicts = new ArrayList<>();
        for (JsonNode label : node.path("labels")) {
            verdicts.add(
                    !label.isBoolean()
                            ? null
                            : label.asBoolean() ? Verdict.CORRECT : Verdict.WRONG);
        }
        return row(
                node.path("id").asText(),
                node.path("problem").asText(),
                "",
                "samples",
                "",
                steps,
                verdicts);
    }

    static LabelledTrace row(
            String id,
            String problem,
            String original,
            String source,
            String generator,
            List<Step> steps,
            List<Verdict> verdicts) {
        Map<String, String> metadata = new HashMap<>();
        metadata.put(Trace.SOURCE, source);
        if (!original.isEmpty()) {
            metadata.put(Trace.ORIGINAL_PROBLEM, original);
        }
        if (!generator.isEmpty()) {
            metadata.put(Trace.GENERATOR, generator);
        }
        List<StepLabel> labels = new ArrayList<>();
        for (int i = 0; i < verdicts.size(); i++) {
            if (verdicts.get(i) != null) {
                labels.add(
                        StepLabel.verdict(
                                id,
                                i,
                                verdicts.get(i),
                                source,
                                Instant.EPOCH,
                                LabelSource.IMPORTED));
            }
        }
        return new LabelledTrace(
                new Trace(id, problem, steps, Outcome.UNKNOWN, null, metadata), labels);
    }

    private static List<Step> plain(List<String> texts) {
        return texts.stream().map(Step::of).toList();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(t -> texts.add(t.asText()));
        return texts;
    }

    private static List<Path> files(Path folder, String names) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(f -> f.getFileName().toString().matches(names)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<JsonNode> values(Path file) {
        try (MappingIterator<JsonNode> nodes =
                new ObjectMapper().readerFor(JsonNode.class).readValues(file.toFile())) {
            return nodes.readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
