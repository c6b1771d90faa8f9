package org.stepwright.storage.format;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Suggestion;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;
import org.stepwright.trace.Trace;

/**
 * Writes a conversation a line, in OpenAI's shape. Labels and suggestions stand beside the messages
 * under {@code step_labels} and {@code suggestions}, which readers of conversations pass over.
 */
final class ChatWriter extends JsonWriter {
    private static final int NAME_LIMIT = 64;

    @Override
    public List<String> losses() {
        return List.of(
                "The kinds of steps other than tool calls, alternatives and their labels, and"
                        + " metadata other than the generator are not kept.",
                "A trace is left out when a step or the problem has no text.",
                "Context becomes a message of the user or, where it begins with a name and a"
                        + " colon, of whom it names; before the first step it becomes part of the"
                        + " problem.");
    }

    @Override
    Encoded encode(LabelledTrace labelled, RowFacts facts) {
        Trace trace = labelled.trace();
        if (trace.problem().isBlank()) {
            return Encoded.skip("the problem has no text");
        }
        if (trace.steps().isEmpty() || trace.steps().stream().anyMatch(s -> s.text().isBlank())) {
            return Encoded.skip("a step has no text");
        }
        ObjectNode row = Json.MAPPER.createObjectNode();
        row.put("id", trace.id());
        trace.generator().ifPresent(g -> row.put("model", g));
        ArrayNode messages = row.putArray("messages");
        messages.addObject().put("role", "user").put("content", trace.problem());
        String call = "";
        for (Step step : trace.steps()) {
            putContext(step.context(), call, messages);
            call = putStep(step, call, messages);
        }
        if (trace.outcome() != Outcome.UNKNOWN) {
            row.put("reward", trace.outcome() == Outcome.RIGHT ? 1.0 : 0.0);
        }
        if (trace.reference() != null) {
            row.put("reference", trace.reference());
        }
        int labels = putLabels(labelled, row);
        putFacts(row, labelled, facts);
        return new Encoded(List.of(row), trace.steps().size(), labels, "", "");
    }

    private static int putLabels(LabelledTrace labelled, ObjectNode row) {
        List<StepLabel> labels =
                labelled.labels().stream().filter(l -> l.candidate() == 0).toList();
        if (!labels.isEmpty()) {
            StepLabelJson.writeAll(labels, row.putArray("step_labels"));
        }
        if (!labelled.suggestions().isEmpty()) {
            ArrayNode suggestions = row.putArray("suggestions");
            for (Suggestion suggestion : labelled.suggestions()) {
                SuggestionJson.write(suggestion, suggestions.addObject());
            }
        }
        return labels.size();
    }

    /** A message with the name of who spoke, if it is told; the tool's where a call came before. */
    private static void putContext(String context, String call, ArrayNode messages) {
        if (context.isBlank()) {
            return;
        }
        int colon = context.indexOf(": ");
        String name = colon < 1 ? "" : context.substring(0, colon);
        boolean named =
                !name.isEmpty()
                        && name.length() <= NAME_LIMIT
                        && name.chars().noneMatch(Character::isWhitespace)
                        && !context.substring(colon + 2).isBlank();
        ObjectNode message = messages.addObject();
        if (!named) {
            message.put("role", "user").put("content", context);
        } else if (name.equals("user")) {
            message.put("role", "user").put("content", context.substring(colon + 2));
        } else {
            if (call.isEmpty()) {
                message.put("role", "user");
            } else {
                message.put("role", "tool").put("tool_call_id", call);
            }
            message.put("name", name).put("content", context.substring(colon + 2));
        }
    }

    /** Writes a step and says the id of the last call so far. */
    private static String putStep(Step step, String before, ArrayNode messages) {
        ObjectNode message = messages.addObject().put("role", "assistant");
        int open = step.text().indexOf('(');
        if (step.kind() != StepKind.TOOL_CALL || open < 1 || !step.text().endsWith(")")) {
            message.put("content", step.text());
            return before;
        }
        message.putNull("content");
        ObjectNode call = message.putArray("tool_calls").addObject();
        String id = "call_" + messages.size();
        call.put("id", id).put("type", "function");
        call.putObject("function")
                .put("name", step.text().substring(0, open))
                .put("arguments", step.text().substring(open + 1, step.text().length() - 1));
        return id;
    }
}
