package org.stepwright.storage.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Suggestion;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;

/** Writes a list of tasks, one a trace; an annotation for each annotator. */
final class LabelStudioWriter extends JsonWriter {
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
                "Of a label only the verdict and the annotator are kept, and of an annotator's"
                        + " labels the latest moment; labels of alternatives are left out.",
                "Of a suggestion only its source and its reward are kept.");
    }

    /** What an annotator's verdicts say of the whole run. */
    static String summary(Collection<Verdict> verdicts, int steps) {
        if (verdicts.contains(Verdict.WRONG)) {
            return "wrong";
        }
        return verdicts.size() == steps ? "correct" : "unfinished";
    }

    @Override
    Encoded encode(LabelledTrace labelled, RowFacts facts) {
        Trace trace = labelled.trace();
        ObjectNode row = Json.MAPPER.createObjectNode();
        row.put("id", taskId(trace.id()));
        putRun(trace, row.putObject("data").putObject("run"));
        int labels = putAnnotations(labelled, row.putArray("annotations"));
        putPredictions(labelled, row.putArray("predictions"));
        ObjectNode meta = Json.MAPPER.createObjectNode();
        putFacts(meta, labelled, facts);
        if (!meta.isEmpty()) {
            row.set("meta", meta);
        }
        return new Encoded(List.of(row), trace.steps().size(), labels, "", "");
    }

    /** Label Studio counts its tasks; the same trace has the same number in every export. */
    private static long taskId(String traceId) {
        return Integer.toUnsignedLong(traceId.hashCode());
    }

    private static void putRun(Trace trace, ObjectNode run) {
        run.put("id", trace.id());
        run.put("problem", trace.problem());
        ArrayNode steps = run.putArray("steps");
        for (Step step : trace.steps()) {
            ObjectNode out = steps.addObject();
            out.put("id", stepId(steps.size() - 1));
            out.put("kind", Names.of(step.kind()));
            out.put("content", step.text());
            if (!step.context().isEmpty()) {
                out.put("context", step.context());
            }
            if (!step.alternatives().isEmpty()) {
                step.alternatives().forEach(out.putArray("alternatives")::add);
            }
        }
        if (trace.outcome() != Outcome.UNKNOWN) {
            run.put("outcome", Names.of(trace.outcome()));
        }
        if (trace.reference() != null) {
            run.put("reference", trace.reference());
        }
        ObjectNode metadata = run.putObject("metadata");
        trace.metadata()
                .forEach(
                        (name, value) -> {
                            if (!isOfAnnotator(name)) {
                                metadata.put(name, value);
                            }
                        });
    }

    private static boolean isOfAnnotator(String name) {
        return name.startsWith(LabelStudioFormat.LEAD_TIME)
                || name.startsWith(LabelStudioFormat.SKIPPED);
    }

    private static String stepId(int step) {
        return "s" + (step + 1);
    }

    private static int putAnnotations(LabelledTrace labelled, ArrayNode out) {
        Map<String, TreeMap<Integer, StepLabel>> byAnnotator = new TreeMap<>();
        for (StepLabel label : labelled.labels()) {
            if (label.verdict() != null && label.candidate() == 0) {
                byAnnotator
                        .computeIfAbsent(label.annotator(), a -> new TreeMap<>())
                        .merge(label.step(), label, LabelStudioWriter::later);
            }
        }
        TreeSet<String> annotators = new TreeSet<>(byAnnotator.keySet());
        Map<String, String> metadata = labelled.trace().metadata();
        for (String name : metadata.keySet()) {
            if (isOfAnnotator(name)) {
                annotators.add(name.substring(name.indexOf('.') + 1));
            }
        }
        int written = 0;
        for (String annotator : annotators) {
            TreeMap<Integer, StepLabel> labels =
                    byAnnotator.getOrDefault(annotator, new TreeMap<>());
            putAnnotation(labelled.trace(), annotator, labels, out.addObject());
            written += labels.size();
        }
        return written;
    }

    private static StepLabel later(StepLabel one, StepLabel other) {
        return other.at().isBefore(one.at()) ? one : other;
    }

    private static void putAnnotation(
            Trace trace, String annotator, TreeMap<Integer, StepLabel> labels, ObjectNode out) {
        if (isWholeNumber(annotator)) {
            out.put("completed_by", Long.parseLong(annotator));
        } else {
            out.put("completed_by", annotator);
        }
        boolean skipped =
                labels.isEmpty()
                        && trace.metadata().containsKey(LabelStudioFormat.SKIPPED + annotator);
        out.put("was_cancelled", skipped);
        String time = trace.metadata().get(LabelStudioFormat.LEAD_TIME + annotator);
        if (time != null) {
            out.set("lead_time", number(time));
        }
        labels.values().stream()
                .map(StepLabel::at)
                .max(Instant::compareTo)
                .ifPresent(at -> out.put("updated_at", at.toString()));
        ArrayNode results = out.putArray("result");
        if (!labels.isEmpty()) {
            List<Verdict> verdicts = labels.values().stream().map(StepLabel::verdict).toList();
            ObjectNode value = result(results);
            value.putArray("choices").add(summary(verdicts, trace.steps().size()));
            ObjectNode scores = value.putObject("step_scores");
            labels.forEach((step, l) -> scores.put(stepId(step), Names.of(l.verdict())));
        }
    }

    private static ObjectNode result(ArrayNode results) {
        ObjectNode result = results.addObject();
        result.put("from_name", "verdict");
        result.put("to_name", "run");
        result.put("type", "choices");
        return result.putObject("value");
    }

    /** Users are numbers; a name that is one goes back as one. */
    private static boolean isWholeNumber(String name) {
        return !name.isEmpty()
                && name.length() < 18
                && name.chars().allMatch(c -> c >= '0' && c <= '9')
                && String.valueOf(Long.parseLong(name)).equals(name);
    }

    private static JsonNode number(String text) {
        try {
            JsonNode parsed = Json.parse(text);
            return parsed.isNumber() && parsed.asText().equals(text)
                    ? parsed
                    : Json.MAPPER.getNodeFactory().textNode(text);
        } catch (BadRow e) {
            return Json.MAPPER.getNodeFactory().textNode(text);
        }
    }

    private static void putPredictions(LabelledTrace labelled, ArrayNode out) {
        Map<String, Map<Integer, Suggestion>> bySource = new TreeMap<>();
        for (Suggestion suggestion : labelled.suggestions()) {
            bySource.computeIfAbsent(suggestion.source(), s -> new TreeMap<>())
                    .put(suggestion.step(), suggestion);
        }
        bySource.forEach(
                (source, suggestions) -> {
                    ObjectNode prediction = out.addObject();
                    prediction.put("model_version", Machines.name(source));
                    ObjectNode value = result(prediction.putArray("result"));
                    value.putArray("choices");
                    ObjectNode scores = value.putObject("step_scores");
                    suggestions.forEach((step, s) -> scores.put(stepId(step), s.reward()));
                });
    }
}
