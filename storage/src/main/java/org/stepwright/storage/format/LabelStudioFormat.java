package org.stepwright.storage.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Suggestion;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;
import org.stepwright.trace.Trace;

/**
 * Label Studio's JSON export of tasks that hold a run: {@code data.run.steps} are the steps, {@code
 * value.step_scores} of an annotation's results are labels of the one who completed it, those of
 * predictions are suggestions. A cancelled annotation is a skipped one: it gives no labels. Who
 * skipped, and how long annotators took, is metadata. Source of the shape of tasks: {@code
 * labelstud.io/guide/task_format}.
 */
final class LabelStudioFormat extends JsonFormat {
    static final String NAME = "label-studio";

    /** Metadata: seconds that an annotator took, the name behind it. */
    static final String LEAD_TIME = "lead_time.";

    /** Metadata: that an annotator skipped the trace, the name behind it. */
    static final String SKIPPED = "skipped.";

    private static final int ANNOTATION_LIMIT = 200;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "Label Studio";
    }

    @Override
    boolean looksLike(Set<String> keys) {
        return keys.contains("data")
                && (keys.contains("annotations") || keys.contains("predictions"));
    }

    @Override
    LabelledTrace parse(JsonRow row, Source source) {
        JsonRow run = row.object("data").object("run");
        String id = run.has("id") ? run.id("id") : NAME + "-" + row.id("id");
        Map<String, Integer> index = new HashMap<>();
        List<Step> steps = steps(run.list("steps"), index);
        return new Reading(row, run, id, steps, index).read();
    }

    private static List<Step> steps(JsonNode list, Map<String, Integer> index) {
        JsonRow.checkStepCount(list.size());
        List<Step> steps = new ArrayList<>(list.size());
        for (JsonNode item : list) {
            JsonRow step = new JsonRow(null, item);
            String id = step.id("id");
            if (index.put(id, steps.size()) != null) {
                throw new BadRow("two steps have the id \"" + id + "\"");
            }
            JsonNode content = step.require("content");
            steps.add(
                    new Step(
                            content.isTextual()
                                    ? JsonRow.text(content, "content")
                                    : Json.write(content),
                            kind(step.has("kind") ? step.scalar("kind") : ""),
                            step.text("context", ""),
                            step.texts("alternatives")));
        }
        return steps;
    }

    private static StepKind kind(String kind) {
        return switch (kind.toLowerCase(Locale.ROOT)) {
            case "thought", "reasoning", "thinking" -> StepKind.THOUGHT;
            case "message", "assistant", "llm" -> StepKind.MESSAGE;
            case "tool_call", "action", "tool" -> StepKind.TOOL_CALL;
            default -> StepKind.TEXT;
        };
    }

    @Override
    public Optional<LabelWriter> writer() {
        return Optional.of(new LabelStudioWriter());
    }

    /** One task being read. */
    private record Reading(
            JsonRow row,
            JsonRow run,
            String id,
            List<Step> steps,
            Map<String, Integer> index,
            TreeMap<String, String> metadata) {
        Reading(JsonRow row, JsonRow run, String id, List<Step> steps, Map<String, Integer> index) {
            this(row, run, id, steps, index, new TreeMap<>());
        }

        LabelledTrace read() {
            if (run.has("metadata")) {
                metadata.putAll(GenericRow.texts(run.object("metadata")));
            } else {
                metadata.put(Trace.SOURCE, NAME);
            }
            List<StepLabel> labels = labels();
            List<Suggestion> suggestions = suggestions();
            Trace trace =
                    new Trace(
                            id,
                            problem(),
                            steps,
                            run.has("outcome")
                                    ? Names.parse(Outcome.class, run.text("outcome"), "outcome")
                                    : Outcome.UNKNOWN,
                            run.scalar("reference"),
                            metadata);
            return new LabelledTrace(trace, labels, suggestions);
        }

        private String problem() {
            for (JsonRow place : List.of(run, row.object("data"))) {
                for (String name : List.of("problem", "question", "prompt", "input", "task")) {
                    if (place.has(name) && place.node().get(name).isTextual()) {
                        return place.text(name);
                    }
                }
            }
            return "";
        }

        private List<StepLabel> labels() {
            Map<String, StepLabel> byVoice = new TreeMap<>();
            for (JsonNode item : items("annotations")) {
                JsonRow annotation = new JsonRow(null, item);
                String who = annotator(annotation);
                if (annotation.has("lead_time")) {
                    metadata.put(LEAD_TIME + who, annotation.scalar("lead_time"));
                }
                if (annotation.bool("was_cancelled", false)) {
                    metadata.put(SKIPPED + who, "true");
                    continue;
                }
                Verdicts maker = new Verdicts(id, who, at(annotation), LabelSource.IMPORTED);
                Map<Integer, Verdict> verdicts = new TreeMap<>();
                for (Map.Entry<String, JsonNode> score : scores(annotation)) {
                    verdicts.put(step(score.getKey()), verdict(score));
                }
                // Who annotated twice meant the later one.
                verdicts.forEach(
                        (step, verdict) ->
                                byVoice.put(
                                        String.format(Locale.ROOT, "%05d %s", step, who),
                                        maker.of(step, verdict)));
                keepChoices(annotation, who, verdicts);
            }
            return List.copyOf(byVoice.values());
        }

        private JsonNode items(String name) {
            if (!row.has(name)) {
                return Json.MAPPER.createArrayNode();
            }
            JsonNode list = row.list(name);
            if (list.size() > ANNOTATION_LIMIT) {
                throw new BadRow("there are more than " + ANNOTATION_LIMIT + " " + name);
            }
            return list;
        }

        /** A number, a name, or a user. */
        private static String annotator(JsonRow annotation) {
            JsonNode by = annotation.node().path("completed_by");
            JsonRow named = by.isObject() ? new JsonRow(null, by) : annotation;
            for (String name :
                    by.isObject() ? List.of("email", "username", "id") : List.of("completed_by")) {
                String who = named.scalar(name);
                if (who != null && !who.isBlank()) {
                    return JsonRow.requireAnnotator(who, "completed_by");
                }
            }
            return "import:" + NAME;
        }

        private static Instant at(JsonRow annotation) {
            String text = annotation.text("updated_at", annotation.text("created_at", ""));
            try {
                return text.isEmpty() ? Instant.EPOCH : Instant.parse(text);
            } catch (DateTimeException e) {
                return Instant.EPOCH;
            }
        }

        private static List<Map.Entry<String, JsonNode>> scores(JsonRow annotation) {
            List<Map.Entry<String, JsonNode>> scores = new ArrayList<>();
            if (annotation.has("result")) {
                for (JsonNode result : annotation.list("result")) {
                    JsonNode said = result.path("value").path("step_scores");
                    said.properties().stream()
                            .filter(e -> !e.getValue().isNull())
                            .forEach(scores::add);
                }
            }
            return scores;
        }

        private int step(String key) {
            Integer step = index.get(key);
            if (step == null) {
                throw new BadRow(
                        "step_scores names \"" + RowIds.shown(key) + "\", which is no step");
            }
            return step;
        }

        private static Verdict verdict(Map.Entry<String, JsonNode> score) {
            Verdict verdict = Machines.verdict(score.getValue());
            if (verdict == null) {
                throw new BadRow(
                        "the step score of \""
                                + RowIds.shown(score.getKey())
                                + "\" is "
                                + JsonRow.shown(score.getValue())
                                + ", not correct, neutral or wrong");
            }
            return verdict;
        }

        /** What annotators chose for the whole run, unless it only sums up the steps. */
        private void keepChoices(JsonRow annotation, String who, Map<Integer, Verdict> verdicts) {
            List<String> chosen = new ArrayList<>();
            for (JsonNode result : annotation.node().path("result")) {
                for (JsonNode choice : result.path("value").path("choices")) {
                    chosen.add(JsonRow.text(choice, "choices"));
                }
            }
            String summary = LabelStudioWriter.summary(verdicts.values(), steps.size());
            if (!chosen.isEmpty() && !chosen.equals(List.of(summary))) {
                metadata.put("choices." + who, String.join(", ", chosen));
            }
        }

        private List<Suggestion> suggestions() {
            List<Suggestion> suggestions = new ArrayList<>();
            for (JsonNode item : items("predictions")) {
                JsonRow prediction = new JsonRow(null, item);
                String model =
                        prediction.has("model_version") ? prediction.scalar("model_version") : NAME;
                JsonRow.requireAnnotator(model, "model_version");
                for (Map.Entry<String, JsonNode> score : scores(prediction)) {
                    OptionalDouble reward = Machines.reward(score.getValue());
                    if (reward.isEmpty()) {
                        throw new BadRow(
                                "the prediction for \""
                                        + RowIds.shown(score.getKey())
                                        + "\" is "
                                        + JsonRow.shown(score.getValue())
                                        + ", neither in [0, 1] nor correct, neutral or wrong");
                    }
                    suggestions.add(
                            new Suggestion(
                                    id,
                                    step(score.getKey()),
                                    Machines.source(model),
                                    reward.getAsDouble(),
                                    "",
                                    Instant.EPOCH));
                }
            }
            return suggestions;
        }
    }
}
