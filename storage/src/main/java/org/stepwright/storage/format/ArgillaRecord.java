package org.stepwright.storage.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
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

/** One record of Argilla being read; see {@link ArgillaFormat}. */
final class ArgillaRecord {
    private static final int USER_LIMIT = 200;

    private final JsonRow row;
    private final JsonRow fields;
    private final String id;
    private final TreeMap<String, String> metadata = new TreeMap<>();
    private final Map<String, String> names = new HashMap<>();
    private int steps;

    ArgillaRecord(JsonRow row, JsonRow fields) {
        this.row = row;
        this.fields = fields;
        this.id = row.id("id");
    }

    LabelledTrace read() {
        if (row.has("metadata")) {
            metadata.putAll(GenericRow.texts(row.object("metadata")));
        }
        takeNames();
        List<Step> all = steps();
        steps = all.size();
        List<StepLabel> labels = labels();
        List<Suggestion> suggestions = suggestions();
        String outcome = metadata.remove(ArgillaFormat.OUTCOME);
        if (!metadata.containsKey(Trace.SOURCE)) {
            metadata.put(Trace.SOURCE, ArgillaFormat.NAME);
        } else if (metadata.get(Trace.SOURCE).isEmpty()) {
            metadata.remove(Trace.SOURCE);
        }
        Trace trace =
                new Trace(
                        id,
                        problem(),
                        all,
                        outcome == null
                                ? Outcome.UNKNOWN
                                : Names.parse(Outcome.class, outcome, "outcome"),
                        fields.has("reference") ? fields.text("reference") : null,
                        metadata);
        return new LabelledTrace(trace, labels, suggestions);
    }

    private void takeNames() {
        String said = metadata.remove(ArgillaFormat.ANNOTATORS);
        if (said != null) {
            GenericRow.texts(new JsonRow(null, Json.parse(said)))
                    .forEach(
                            (user, name) ->
                                    names.put(
                                            user,
                                            JsonRow.requireAnnotator(
                                                    name, ArgillaFormat.ANNOTATORS)));
        }
    }

    private String problem() {
        for (String name : List.of("problem", "question", "prompt", "instruction", "input")) {
            if (fields.has(name) && fields.node().get(name).isTextual()) {
                return fields.text(name);
            }
        }
        return "";
    }

    private List<Step> steps() {
        TreeMap<Integer, String> byNumber = new TreeMap<>();
        for (Map.Entry<String, JsonNode> field : fields.node().properties()) {
            int number = ArgillaFormat.stepOf(field.getKey());
            if (number > 0 && field.getKey().equals(ArgillaFormat.STEP + number)) {
                if (!field.getValue().isNull()) {
                    byNumber.put(number, fields.text(field.getKey()));
                }
            }
        }
        JsonRow.checkStepCount(byNumber.size());
        if (byNumber.lastKey() != byNumber.size()) {
            throw new BadRow("the fields of steps are not numbered from 1 to " + byNumber.size());
        }
        String kinds = metadata.remove(ArgillaFormat.KINDS);
        String[] kind = kinds == null ? new String[0] : kinds.split(",", -1);
        List<Step> all = new ArrayList<>(byNumber.size());
        byNumber.forEach(
                (number, text) ->
                        all.add(
                                new Step(
                                        text,
                                        number > kind.length
                                                ? StepKind.TEXT
                                                : Names.parse(
                                                        StepKind.class,
                                                        kind[number - 1],
                                                        ArgillaFormat.KINDS),
                                        fields.text("context_" + number, ""),
                                        List.of())));
        return all;
    }

    private List<StepLabel> labels() {
        Map<List<Object>, StepLabel> labels = new TreeMap<>(ORDER);
        if (!row.has("responses")) {
            return List.of();
        }
        JsonRow responses = row.object("responses");
        for (String question : names(responses)) {
            JsonNode list = responses.list(question);
            if (list.size() > USER_LIMIT) {
                throw new BadRow("a question has more than " + USER_LIMIT + " responses");
            }
            for (JsonNode item : list) {
                JsonRow response = new JsonRow(null, item);
                String status = response.text("status", "submitted");
                if (status.equals("submitted") && response.has("value")) {
                    take(question, response, labels);
                }
            }
        }
        return List.copyOf(labels.values());
    }

    private static final Comparator<List<Object>> ORDER =
            Comparator.<List<Object>>comparingInt(k -> (Integer) k.get(0))
                    .thenComparing(k -> (String) k.get(1));

    private void take(String question, JsonRow response, Map<List<Object>, StepLabel> labels) {
        String who = annotator(response);
        Verdict verdict = Machines.verdict(response.node().get("value"));
        int number = ArgillaFormat.stepOf(question);
        if (number == 0 || verdict == null) {
            keep("response." + question, response.node().get("value"), who);
            return;
        }
        StepLabel label =
                new Verdicts(id, who, Instant.EPOCH, LabelSource.IMPORTED)
                        .of(step(question, number), verdict);
        labels.putIfAbsent(List.of(number, who), label);
    }

    private void keep(String name, JsonNode value, String who) {
        String said = value.isTextual() ? JsonRow.text(value, name) : Json.write(value);
        metadata.merge(name, who + ": " + said, (one, other) -> one + "; " + other);
    }

    private static List<String> names(JsonRow object) {
        List<String> names = new ArrayList<>();
        object.node()
                .properties()
                .forEach(
                        e -> {
                            if (!e.getValue().isNull()) {
                                names.add(e.getKey());
                            }
                        });
        if (names.size() > 3 * JsonRow.STEP_LIMIT) {
            throw new BadRow("there are more than " + 3 * JsonRow.STEP_LIMIT + " questions");
        }
        return names;
    }

    private String annotator(JsonRow response) {
        String user = response.has("user_id") ? response.scalar("user_id") : "";
        String name = names.getOrDefault(user, user);
        return name.isBlank()
                ? "import:" + ArgillaFormat.NAME
                : JsonRow.requireAnnotator(name, "user_id");
    }

    private int step(String question, int number) {
        if (number > steps) {
            throw new BadRow(
                    "the question \""
                            + RowIds.shown(question)
                            + "\" points past the last step (there are "
                            + steps
                            + ")");
        }
        return number - 1;
    }

    private List<Suggestion> suggestions() {
        List<Suggestion> all = new ArrayList<>();
        if (!row.has("suggestions")) {
            return all;
        }
        JsonRow suggestions = row.object("suggestions");
        for (String question : names(suggestions)) {
            JsonRow said = suggestions.object(question);
            int number = ArgillaFormat.stepOf(question);
            OptionalDouble reward = said.has("value") ? reward(said) : OptionalDouble.empty();
            String agent = said.has("agent") ? said.scalar("agent") : ArgillaFormat.NAME;
            JsonRow.requireAnnotator(agent, "agent");
            if (number > 0 && reward.isPresent()) {
                all.add(
                        new Suggestion(
                                id,
                                step(question, number),
                                Machines.source(agent),
                                reward.getAsDouble(),
                                "",
                                Instant.EPOCH));
            } else if (said.has("value")) {
                keep("suggestion." + question, said.node().get("value"), agent);
            }
        }
        all.sort(Comparator.comparingInt(Suggestion::step));
        return all;
    }

    /** How likely the step is correct: the score is how sure the agent is of its value. */
    private static OptionalDouble reward(JsonRow said) {
        JsonNode value = said.node().get("value");
        // A whole number is a rating, of which nobody knows how far it goes: 1 of 5 is no praise.
        OptionalDouble plain =
                value.isIntegralNumber() ? OptionalDouble.empty() : Machines.reward(value);
        JsonNode score = said.node().path("score");
        boolean sure = score.isNumber() && score.doubleValue() >= 0 && score.doubleValue() <= 1;
        if (plain.isEmpty() || !sure) {
            return plain;
        }
        Verdict verdict = Machines.verdict(said.node().get("value"));
        if (verdict == Verdict.CORRECT) {
            return OptionalDouble.of(score.doubleValue());
        }
        return verdict == Verdict.WRONG
                ? OptionalDouble.of(Machines.rest(score.doubleValue()))
                : plain;
    }
}
