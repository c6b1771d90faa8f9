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
 * Suggestions as JSON, in the generic form and wherever a format has room for an extra object:
 * {@code step} from 0, {@code source}, {@code reward} in [0, 1], and optionally {@code message} and
 * {@code at}. Reading and writing are each other's inverse.
 */
final class SuggestionJson {
    private static final int LIMIT = 100_000;

    private SuggestionJson() {}

    /** Writes all suggestions of a row under their usual name, if there are any. */
    static void writeAll(LabelledTrace labelled, ObjectNode row) {
        if (labelled.suggestions().isEmpty()) {
            return;
        }
        ArrayNode list = row.putArray("suggestions");
        labelled.suggestions().forEach(s -> write(s, list.addObject()));
    }

    static void write(Suggestion suggestion, ObjectNode out) {
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

    /** Reads the {@code suggestions} and {@code soft_labels} of a row; both may be missing. */
    static List<Suggestion> readAll(JsonRow row, Trace trace) {
        if (row.has("suggestions")) {
            // Soft labels were made of them, or of labels that are there as well.
            return readAll(trace, row.list("suggestions"));
        }
        List<Suggestion> all = new ArrayList<>();
        if (row.has("soft_labels")) {
            readSoft(trace, row.list("soft_labels"), all);
        }
        return all;
    }

    static List<Suggestion> readAll(Trace trace, JsonNode list) {
        if (list.size() > LIMIT) {
            throw new BadRow("there are more than " + LIMIT + " suggestions");
        }
        List<Suggestion> suggestions = new ArrayList<>(list.size());
        for (JsonNode item : list) {
            suggestions.add(read(trace, new JsonRow(null, item)));
        }
        return suggestions;
    }

    private static Suggestion read(Trace trace, JsonRow row) {
        int step = row.integer("step");
        if (step < 0 || step >= trace.steps().size()) {
            throw new BadRow("a suggestion is about step " + step + ", which is not there");
        }
        return new Suggestion(
                trace.id(),
                step,
                row.annotator("source"),
                Marks.reward(row.require("reward"), "a suggestion's reward"),
                row.text("message", ""),
                at(row.text("at", "")));
    }

    private static void readSoft(Trace trace, JsonNode rewards, List<Suggestion> all) {
        if (rewards.size() != trace.steps().size()) {
            throw new BadRow(
                    "there are "
                            + rewards.size()
                            + " soft_labels for "
                            + trace.steps().size()
                            + " steps");
        }
        for (int step = 0; step < rewards.size(); step++) {
            if (!rewards.get(step).isNull()) {
                double reward = Marks.reward(rewards.get(step), "soft label " + (step + 1));
                String source = "import:" + GenericFormat.NAME;
                all.add(new Suggestion(trace.id(), step, source, reward, "", Instant.EPOCH));
            }
        }
    }

    private static Instant at(String text) {
        try {
            return text.isEmpty() ? Instant.EPOCH : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new BadRow("\"at\" is no time such as 2026-01-31T12:00:00Z");
        }
    }
}
