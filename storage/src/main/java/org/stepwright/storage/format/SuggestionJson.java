package org.stepwright.storage.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.Suggestion;
import org.stepwright.trace.Trace;

/**
 * Suggestions of the generic form: {@code step} from 0, {@code source}, {@code reward} in [0, 1],
 * and optionally {@code message} and {@code at}.
 */
final class SuggestionJson {
    private static final int LIMIT = 100_000;

    private SuggestionJson() {}

    static void writeAll(LabelledTrace labelled, ObjectNode row) {
        if (labelled.suggestions().isEmpty()) {
            return;
        }
        ArrayNode list = row.putArray("suggestions");
        for (Suggestion suggestion : labelled.suggestions()) {
            ObjectNode out = list.addObject();
            out.put("step", suggestion.step());
            out.put("source", suggestion.source());
            out.put("reward", suggestion.reward());
            if (!suggestion.message().isEmpty()) {
                out.put("message", suggestion.message());
            }
            if (!suggestion.at().equals(Instant.EPOCH)) {
                out.put("at", suggestion.at().toString());
            }
        }
    }

    static List<Suggestion> readAll(JsonRow row, Trace trace) {
        if (!row.has("suggestions")) {
            return row.has("soft_labels") ? soft(row.list("soft_labels"), trace) : List.of();
        }
        JsonNode list = row.list("suggestions");
        if (list.size() > LIMIT) {
            throw new BadRow("there are more than " + LIMIT + " suggestions");
        }
        List<Suggestion> suggestions = new ArrayList<>(list.size());
        for (JsonNode item : list) {
            JsonRow one = new JsonRow(null, item);
            int step = one.integer("step");
            if (step < 0 || step >= trace.steps().size()) {
                throw new BadRow("a suggestion is about step " + step + ", which is not there");
            }
            suggestions.add(
                    new Suggestion(
                            trace.id(),
                            step,
                            one.annotator("source"),
                            Marks.reward(one.require("reward"), "a suggestion's reward"),
                            one.text("message", ""),
                            at(one.text("at", ""))));
        }
        return suggestions;
    }

    private static Instant at(String text) {
        try {
            return text.isEmpty() ? Instant.EPOCH : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new BadRow("\"at\" is no time such as 2026-01-31T12:00:00Z");
        }
    }

    /** What an export wrote in place of hard labels: its source is not known any more. */
    private static List<Suggestion> soft(JsonNode rewards, Trace trace) {
        if (rewards.size() != trace.steps().size()) {
            throw new BadRow(
                    "there are "
                            + rewards.size()
                            + " soft_labels for "
                            + trace.steps().size()
                            + " steps");
        }
        List<Suggestion> all = new ArrayList<>(rewards.size());
        for (int step = 0; step < rewards.size(); step++) {
            if (!rewards.get(step).isNull()) {
                double reward = Marks.reward(rewards.get(step), "soft label " + (step + 1));
                String source = "import:" + GenericFormat.NAME;
                all.add(new Suggestion(trace.id(), step, source, reward, "", Instant.EPOCH));
            }
        }
        return all;
    }
}
