package org.stepwright.storage.format.span;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;

/**
 * Takes back a trace that the workbench exported as spans: what the conventions have no place for
 * stands as JSON in attributes of its own, so that nothing is lost.
 */
final class OwnTrace {
    /** On the outermost span: the trace in generic form without problem, steps and labels. */
    static final String TRACE = "stepwright.trace";

    /** On the span of a step: its index, and what the conventions do not say of it. */
    static final String STEP = "stepwright.step";

    /** On an event: the label, with all that it says. */
    static final String LABEL = "stepwright.label";

    /** On an event: the suggestion, with all that it says. */
    static final String SUGGESTION = "stepwright.suggestion";

    private final Values values;
    private final Map<Integer, JsonNode> steps = new TreeMap<>();
    private final ArrayNode labels = JsonNodeFactory.instance.arrayNode();
    private final ArrayNode suggestions = JsonNodeFactory.instance.arrayNode();
    private ObjectNode trace;

    OwnTrace(Values values) {
        this.values = values;
    }

    /** Whether the span is one of the workbench's own, and was taken. */
    boolean take(JsonNode span, JsonNode attributes) {
        JsonNode root = values.unwrapped(attributes.path(TRACE));
        JsonNode step = values.unwrapped(attributes.path(STEP));
        if (root.isObject()) {
            trace = (ObjectNode) root;
            trace.put("problem", said(attributes, "gen_ai.input.messages"));
        } else if (step.isObject() && step.path("index").isInt()) {
            ObjectNode own = (ObjectNode) step;
            int index = own.remove("index").intValue();
            if (!own.has("text")) {
                own.put("text", said(attributes, "gen_ai.output.messages"));
            }
            steps.put(index, own);
            for (JsonNode event : span.path("events")) {
                take(AnyValue.attributes(event.path("attributes")));
            }
        } else {
            return false;
        }
        return true;
    }

    private void take(JsonNode event) {
        JsonNode label = values.unwrapped(event.path(LABEL));
        JsonNode suggestion = values.unwrapped(event.path(SUGGESTION));
        if (label.isObject()) {
            labels.add(label);
        } else if (suggestion.isObject()) {
            suggestions.add(suggestion);
        }
    }

    /** The only part of the only message. */
    private String said(JsonNode attributes, String name) {
        JsonNode part = values.unwrapped(attributes.path(name)).path(0).path("parts").path(0);
        if (part.path("type").asText("").equals("tool_call")) {
            return part.path("name").asText("") + "(" + values.json(part.path("arguments")) + ")";
        }
        return part.path("content").asText("");
    }

    boolean isThere() {
        return trace != null;
    }

    ObjectNode whole() {
        ArrayNode all = trace.putArray("steps");
        for (Map.Entry<Integer, JsonNode> step : steps.entrySet()) {
            if (step.getKey() != all.size()) {
                throw new BadSpan("the span of step " + (all.size() + 1) + " is missing");
            }
            all.add(step.getValue());
        }
        trace.set("step_labels", labels);
        trace.set("suggestions", suggestions);
        return trace;
    }
}
