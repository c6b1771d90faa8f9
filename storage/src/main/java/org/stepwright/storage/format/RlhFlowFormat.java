package org.stepwright.storage.format;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.stepwright.label.LabelledTrace;
import org.stepwright.trace.Trace;

/**
 * RLHFlow: a conversation in which the user says step by step (the problem stands before the first
 * one) and the assistant answers each with + or -. Where {@code Step 1:} does not show the end of
 * the problem, a field {@code problem} may say it; otherwise nothing in the row does.
 */
final class RlhFlowFormat extends JsonFormat {
    @Override
    public String name() {
        return "rlhflow";
    }

    @Override
    public String title() {
        return "RLHFlow conversations";
    }

    @Override
    boolean looksLike(Set<String> keys) {
        return keys.contains("conversations");
    }

    @Override
    LabelledTrace parse(JsonRow row, Source source) {
        JsonNode turns = row.list("conversations");
        JsonRow.checkStepCount(turns.size() / 2);
        if (turns.size() % 2 != 0) {
            throw new BadRow("the last message has no answer of the assistant");
        }
        List<String> steps = new ArrayList<>();
        ArrayNode marks = Json.MAPPER.createArrayNode();
        for (int i = 0; i < turns.size(); i += 2) {
            steps.add(said(turns.get(i), "user", i));
            marks.add(said(turns.get(i + 1), "assistant", i + 1).strip());
        }
        String problem = problem(row, steps);
        return Marks.read(marks)
                .on(row, source, name(), problem, steps, Map.of(Trace.SOURCE, name()));
    }

    private static String said(JsonNode turn, String role, int place) {
        JsonRow message = new JsonRow(null, turn);
        if (!message.text("role").equals(role)) {
            throw new BadRow("message " + (place + 1) + " is not the " + role + "'s");
        }
        String text = message.text("content");
        return role.equals("user") ? text.strip() : text;
    }

    private static String problem(JsonRow row, List<String> steps) {
        if (row.has("problem") && steps.get(0).startsWith(row.text("problem").strip())) {
            String problem = row.text("problem").strip();
            steps.set(0, steps.get(0).substring(problem.length()).strip());
            return problem;
        }
        return StepTags.takeProblem(steps);
    }

    @Override
    public Optional<LabelWriter> writer() {
        return Optional.of(new Writer(this));
    }

    private static final class Writer extends TaggedWriter {
        Writer(JsonFormat format) {
            super(format, false);
        }

        @Override
        void put(ObjectNode row, Trace trace, List<String> steps, List<Target> targets) {
            ArrayNode turns = row.putArray("conversations");
            for (int i = 0; i < steps.size(); i++) {
                String before = i == 0 ? trace.problem().strip() + " " : "";
                turns.addObject().put("role", "user").put("content", before + steps.get(i));
                turns.addObject().put("role", "assistant").put("content", targets.get(i).mark());
            }
        }

        /** None are promised: a conversation is a list of objects. */
        @Override
        Map<String, String> ownFeatures() {
            return Map.of();
        }
    }
}
