package org.stepwright.storage.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.stepwright.label.Suggestion;
import org.stepwright.trace.Trace;

/** What machines say about steps, as JSON; reading and writing are each other's inverse. */
final class SuggestionJson {
    private static final int LIMIT = 100_000;

    private SuggestionJson() {}

    /** Reads {@code suggestions} and {@code soft_labels} of a row; both may be missing. */
    static List<Suggestion> readAll(Trace trace, JsonRow row) {
        List<Suggestion> all = new ArrayList<>();
        if (row.has("suggestions")) {
            JsonNode list = row.list("suggestions");
            if (list.size() > LIMIT) {
                throw new BadRow("there are more than " + LIMIT + " suggestions");
            }
            list.forEach(item -> all.add(read(trace, new JsonRow(null, item))));
        }
        if (row.has("soft_labels")) {
            readSoft(trace, row.list("soft_labels"), all);
        }
        return all;
    }

    private static Suggestion read(Trace trace, JsonRow row) {
        int step = row.integer("step");
        if (step < 0 || step >= trace.steps().size()) {
            throw new BadRow("a suggestion points outside the steps: step " + step);
        }
        return new Suggestion(
                trace.id(),
                step,
                row.text("source"),
                reward(row.node().get("reward"), "the reward of a suggestion"),
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
                double reward = reward(rewards.get(step), "soft label " + (step + 1));
                String source = "import:" + GenericFormat.NAME;
                all.add(new Suggestion(trace.id(), step, source, reward, "", Instant.EPOCH));
            }
        }
    }

    private static double reward(JsonNode value, String what) {
        if (value == null
                || !value.isNumber()
                || !(value.doubleValue() >= 0 && value.doubleValue() <= 1)) {
            throw new BadRow(
                    what
                            + " is "
                            + (value == null ? "missing" : JsonRow.shown(value))
                            + ", not a number from 0 to 1");
        }
        return value.doubleValue();
    }

    private static Instant at(String text) {
        try {
            return text.isEmpty() ? Instant.EPOCH : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new BadRow("\"at\" is no moment such as 2026-01-31T12:00:00Z");
        }
    }

    static void writeAll(List<Suggestion> suggestions, ArrayNode out) {
        for (Suggestion suggestion : suggestions) {
            ObjectNode row = out.addObject();
            row.put("step", suggestion.step());
            row.put("source", suggestion.source());
            row.put("reward", suggestion.reward());
            if (!suggestion.message().isEmpty()) {
                row.put("message", suggestion.message());
            }
            if (!suggestion.at().equals(Instant.EPOCH)) {
                row.put("at", suggestion.at().toString());
            }
        }
    }
}
