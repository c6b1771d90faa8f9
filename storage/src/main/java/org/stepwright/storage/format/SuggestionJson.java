package org.stepwright.storage.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.stepwright.label.Suggestion;
import org.stepwright.trace.Trace;

/** Suggestions as JSON; reading and writing are each other's inverse. */
final class SuggestionJson {
    private static final int LIMIT = 100_000;
    private static final int SOURCE_LIMIT = 200;

    private SuggestionJson() {}

    static List<Suggestion> readAll(Trace trace, JsonNode list) {
        if (list.size() > LIMIT) {
            throw new BadRow("there are more than " + LIMIT + " suggestions");
        }
        List<Suggestion> all = new ArrayList<>(list.size());
        for (JsonNode item : list) {
            all.add(read(trace, new JsonRow(null, item)));
        }
        return all;
    }

    private static Suggestion read(Trace trace, JsonRow row) {
        int step = row.integer("step");
        if (step < 0 || step >= trace.steps().size()) {
            throw new BadRow(
                    "suggestion of step "
                            + step
                            + " points outside the steps (there are "
                            + trace.steps().size()
                            + ")");
        }
        String source = row.text("source");
        if (source.length() > SOURCE_LIMIT) {
            throw new BadRow("\"source\" is longer than " + SOURCE_LIMIT + " characters");
        }
        JsonNode reward = row.require("reward");
        if (!reward.isNumber() || !(reward.doubleValue() >= 0 && reward.doubleValue() <= 1)) {
            throw new BadRow("\"reward\" is " + JsonRow.shown(reward) + ", not in [0, 1]");
        }
        return new Suggestion(
                trace.id(),
                step,
                source,
                reward.doubleValue(),
                row.text("message", ""),
                at(row.text("at", "")));
    }

    private static Instant at(String text) {
        try {
            return text.isEmpty() ? Instant.EPOCH : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new BadRow("\"at\" is no moment such as 2026-01-31T12:00:00Z");
        }
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
}
