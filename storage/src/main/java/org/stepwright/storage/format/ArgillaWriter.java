package org.stepwright.storage.format;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Suggestion;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;
import org.stepwright.trace.Trace;

/**
 * Writes a list of records, one a trace. Users are UUIDs there, so an annotator's name is turned
 * into one that is the same everywhere, and the names stand in the metadata.
 */
final class ArgillaWriter extends JsonWriter {
    @Override
    public String extension() {
        return "json";
    }

    @Override
    boolean asList() {
        return true;
    }

    @Override
    public List<String> losses() {
        return List.of(
                "Alternatives of steps are left out, and of a label everything but the verdict and"
                        + " the annotator.",
                "A step holds one suggestion: of several sources the first by name stays, without"
                        + " its message and moment.");
    }

    @Override
    Encoded encode(LabelledTrace labelled, RowFacts facts) {
        Trace trace = labelled.trace();
        ObjectNode row = Json.MAPPER.createObjectNode();
        row.put("id", trace.id());
        putFields(trace, row.putObject("fields"));
        ObjectNode metadata = row.putObject("metadata");
        putMetadata(trace, metadata);
        putSuggestions(labelled, row.putObject("suggestions"));
        int labels = putResponses(labelled, row.putObject("responses"), metadata);
        row.putObject("vectors");
        putFacts(row, labelled, facts);
        return new Encoded(List.of(row), trace.steps().size(), labels, "", "");
    }

    private static void putFields(Trace trace, ObjectNode fields) {
        fields.put("problem", trace.problem());
        for (int i = 0; i < trace.steps().size(); i++) {
            Step step = trace.steps().get(i);
            fields.put(name(i), step.text());
            if (!step.context().isEmpty()) {
                fields.put("context_" + (i + 1), step.context());
            }
        }
        if (trace.reference() != null) {
            fields.put("reference", trace.reference());
        }
    }

    private static String name(int step) {
        return "step_" + (step + 1);
    }

    private static void putMetadata(Trace trace, ObjectNode metadata) {
        trace.metadata().forEach(metadata::put);
        if (!trace.metadata().containsKey(Trace.SOURCE)) {
            // Empty: the reader would otherwise fill in its own name.
            metadata.put(Trace.SOURCE, "");
        }
        if (trace.outcome() != Outcome.UNKNOWN) {
            metadata.put(ArgillaFormat.OUTCOME, Names.of(trace.outcome()));
        }
        if (trace.steps().stream().anyMatch(s -> s.kind() != StepKind.TEXT)) {
            metadata.put(
                    ArgillaFormat.KINDS,
                    trace.steps().stream()
                            .map(s -> Names.of(s.kind()))
                            .collect(Collectors.joining(",")));
        }
    }

    private static void putSuggestions(LabelledTrace labelled, ObjectNode out) {
        Map<Integer, Suggestion> byStep = new TreeMap<>();
        for (Suggestion suggestion : labelled.suggestions()) {
            byStep.merge(
                    suggestion.step(),
                    suggestion,
                    (one, other) -> one.source().compareTo(other.source()) <= 0 ? one : other);
        }
        byStep.forEach(
                (step, suggestion) -> {
                    boolean correct = suggestion.reward() >= 0.5;
                    ObjectNode said = out.putObject(name(step));
                    said.put("value", correct ? "correct" : "wrong");
                    said.put(
                            "score",
                            correct ? suggestion.reward() : Machines.rest(suggestion.reward()));
                    said.put("agent", Machines.name(suggestion.source()));
                });
    }

    private static int putResponses(
            LabelledTrace labelled, ObjectNode responses, ObjectNode metadata) {
        Map<Integer, Map<String, StepLabel>> byStep = new TreeMap<>();
        for (StepLabel label : labelled.labels()) {
            if (label.verdict() != null && label.candidate() == 0) {
                byStep.computeIfAbsent(label.step(), s -> new TreeMap<>())
                        .merge(label.annotator(), label, ArgillaWriter::later);
            }
        }
        Map<String, String> names = new TreeMap<>();
        int written = 0;
        for (Map.Entry<Integer, Map<String, StepLabel>> step : byStep.entrySet()) {
            ArrayNode list = responses.putArray(name(step.getKey()));
            for (StepLabel label : step.getValue().values()) {
                String user = user(label.annotator());
                if (!user.equals(label.annotator())) {
                    names.put(user, label.annotator());
                }
                list.addObject().put("value", Names.of(label.verdict())).put("user_id", user);
                written++;
            }
        }
        if (!names.isEmpty()) {
            ObjectNode all = Json.MAPPER.createObjectNode();
            names.forEach(all::put);
            metadata.put(ArgillaFormat.ANNOTATORS, Json.write(all));
        }
        return written;
    }

    private static StepLabel later(StepLabel one, StepLabel other) {
        return other.at().isBefore(one.at()) ? one : other;
    }

    private static String user(String annotator) {
        try {
            UUID id = UUID.fromString(annotator);
            if (id.toString().equals(annotator)) {
                return annotator;
            }
        } catch (IllegalArgumentException e) {
            // A name.
        }
        return UUID.nameUUIDFromBytes(annotator.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
