package org.stepwright.storage.format.span;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds what was said in the attributes and events of a span, in all the ways that OpenTelemetry's
 * GenAI conventions have had: {@code gen_ai.input.messages} and {@code gen_ai.output.messages} on
 * the span or on an event, {@code gen_ai.prompt} and {@code gen_ai.completion} on either, the same
 * with an index and a field behind them ({@code gen_ai.prompt.0.content}), and one event a message.
 */
final class GenAiMessages {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final MessageReader reader;

    GenAiMessages(MessageReader reader) {
        this.reader = reader;
    }

    /** What the model was told. */
    List<Part> input(JsonNode attributes, List<JsonNode> events) {
        List<Part> said = new ArrayList<>();
        said.addAll(read(attributes.path("gen_ai.system_instructions"), Part.Role.SYSTEM));
        for (JsonNode event : events) {
            said.addAll(read(event.path("gen_ai.system_instructions"), Part.Role.SYSTEM));
        }
        said.addAll(
                first(
                        attributes,
                        events,
                        "gen_ai.input.messages",
                        "gen_ai.prompt",
                        Part.Role.USER));
        if (said.stream().noneMatch(p -> p.role() != Part.Role.SYSTEM)) {
            for (JsonNode event : events) {
                said.addAll(messageEvent(event));
            }
        }
        return said;
    }

    /** What it said; where it offered several choices, the first. */
    List<Part> output(JsonNode attributes, List<JsonNode> events) {
        JsonNode messages = messages(attributes, events);
        if (areChoices(messages)) {
            return read(messages.get(0), Part.Role.ASSISTANT);
        }
        List<Part> said =
                first(
                        attributes,
                        events,
                        "gen_ai.output.messages",
                        "gen_ai.completion",
                        Part.Role.ASSISTANT);
        if (!said.isEmpty()) {
            return said;
        }
        for (JsonNode event : events) {
            if (event.path("event").asText("").equals("gen_ai.choice")) {
                return read(body(event, "message"), Part.Role.ASSISTANT);
            }
        }
        return List.of();
    }

    /** The first part of each further choice that the model offered. */
    List<Part> others(JsonNode attributes, List<JsonNode> events) {
        JsonNode messages = messages(attributes, events);
        if (!areChoices(messages)) {
            return List.of();
        }
        List<Part> others = new ArrayList<>();
        for (int i = 1; i < messages.size(); i++) {
            read(messages.get(i), Part.Role.ASSISTANT).stream()
                    .filter(p -> !p.isBlank())
                    .findFirst()
                    .ifPresent(others::add);
        }
        return others;
    }

    private JsonNode messages(JsonNode attributes, List<JsonNode> events) {
        JsonNode on = attributes.path("gen_ai.output.messages");
        for (JsonNode event : events) {
            if (on.isMissingNode()) {
                on = event.path("gen_ai.output.messages");
            }
        }
        return reader.values().unwrapped(on);
    }

    /** Each output message is one choice of the model, ended by its own reason. */
    private static boolean areChoices(JsonNode messages) {
        if (!messages.isArray() || messages.size() < 2) {
            return false;
        }
        for (JsonNode message : messages) {
            if (!message.path("finish_reason").isTextual()
                    || !message.path("role").asText("").equals("assistant")) {
                return false;
            }
        }
        return true;
    }

    private List<Part> first(
            JsonNode attributes, List<JsonNode> events, String now, String once, Part.Role role) {
        List<Part> said = read(attributes.path(now), role);
        for (JsonNode event : events) {
            said = said.isEmpty() ? read(event.path(now), role) : said;
        }
        if (said.isEmpty()) {
            said = read(attributes.path(once), role);
        }
        if (said.isEmpty()) {
            said = read(indexed(attributes, once + "."), role);
        }
        for (JsonNode event : events) {
            said = said.isEmpty() ? read(event.path(once), role) : said;
        }
        return said;
    }

    private List<Part> read(JsonNode value, Part.Role role) {
        return reader.read(value, role);
    }

    /** One event a message, with the message in its attributes or its body. */
    private List<Part> messageEvent(JsonNode event) {
        Part.Role role =
                switch (event.path("event").asText("")) {
                    case "gen_ai.system.message" -> Part.Role.SYSTEM;
                    case "gen_ai.user.message" -> Part.Role.USER;
                    case "gen_ai.assistant.message" -> Part.Role.ASSISTANT;
                    case "gen_ai.tool.message" -> Part.Role.TOOL;
                    default -> null;
                };
        if (role == null) {
            return List.of();
        }
        JsonNode body = body(event, "body");
        if (role == Part.Role.TOOL) {
            String said = reader.parts().resultText(Values.first(body, "content"));
            return List.of(
                    Part.result(
                            Values.scalar(body, "id", "tool_call_id"),
                            Values.scalar(body, "name"),
                            said));
        }
        return read(body, role);
    }

    /** An event's message: under the name, or the event's own attributes. */
    private JsonNode body(JsonNode event, String name) {
        JsonNode inner = reader.values().unwrapped(Values.first(event, name, "body"));
        if (inner.isObject()) {
            return inner.path("message").isObject() ? inner.get("message") : inner;
        }
        ObjectNode message = NODES.objectNode();
        for (String field : List.of("role", "content", "tool_calls", "id", "name")) {
            if (event.has(field)) {
                message.set(field, reader.values().unwrapped(event.get(field)));
            }
        }
        if (inner.isTextual() && !message.has("content")) {
            message.set("content", inner);
        }
        if (!message.has("role")) {
            message.put("role", name.equals("message") ? "assistant" : "");
        }
        return message;
    }

    /** Puts {@code prefix0.tool_calls.1.name} and its like back together. */
    private static JsonNode indexed(JsonNode attributes, String prefix) {
        Map<Integer, ObjectNode> messages = new TreeMap<>();
        Map<Integer, Map<Integer, ObjectNode>> calls = new TreeMap<>();
        for (Map.Entry<String, JsonNode> entry : attributes.properties()) {
            if (!entry.getKey().startsWith(prefix)) {
                continue;
            }
            String[] path = entry.getKey().substring(prefix.length()).split("\\.", 8);
            int index = index(path[0]);
            if (index >= 0 && path.length == 2) {
                at(messages, index).set(path[1], entry.getValue());
            } else if (index >= 0 && path.length == 4 && path[1].equals("tool_calls")) {
                at(messages, index);
                Map<Integer, ObjectNode> ofMessage =
                        calls.computeIfAbsent(index, i -> new TreeMap<>());
                at(ofMessage, index(path[2])).set(path[3], entry.getValue());
            }
        }
        calls.forEach(
                (index, list) -> messages.get(index).putArray("tool_calls").addAll(list.values()));
        return messages.isEmpty()
                ? NODES.missingNode()
                : NODES.arrayNode().addAll(messages.values());
    }

    private static ObjectNode at(Map<Integer, ObjectNode> list, int index) {
        return list.computeIfAbsent(index, i -> NODES.objectNode());
    }

    private static int index(String text) {
        boolean digits = text.chars().allMatch(c -> c >= '0' && c <= '9');
        return text.isEmpty() || text.length() > 5 || !digits ? -1 : Integer.parseInt(text);
    }
}
