package org.stepwright.storage.format.span;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Finds the messages in the inputs and outputs that tracing tools record: a text, a message, a list
 * of messages (also inside a list of batches), an OpenAI response, LangChain's generations and its
 * serialized messages, or an object that wraps one of these under a usual name.
 */
final class MessageReader {
    private static final String[] WRAPPERS = {
        "input",
        "output",
        "inputs",
        "outputs",
        "question",
        "query",
        "prompt",
        "answer",
        "result",
        "response",
        "completion",
        "content",
        "text"
    };

    private final Values values;
    private final PartReader parts;

    MessageReader(ObjectMapper mapper) {
        this.values = new Values(mapper);
        this.parts = new PartReader(values);
    }

    Values values() {
        return values;
    }

    PartReader parts() {
        return parts;
    }

    /**
     * @param value what was recorded; maybe missing
     * @param role who speaks where it does not say
     * @return what was said, in order; nothing when nothing was recorded
     */
    List<Part> read(JsonNode value, Part.Role role) {
        JsonNode said = values.unwrapped(value);
        if (said.isTextual() || said.isNumber() || said.isBoolean()) {
            return List.of(Part.text(role, said.asText()));
        }
        if (said.isArray()) {
            return list(said, role);
        }
        return said.isObject() ? object(said, role) : List.of();
    }

    /** A run of a tool as the call that it answers; its input may be wrapped. */
    Part toolCall(String callId, String name, JsonNode input) {
        JsonNode given = values.unwrapped(input);
        if (given.isObject() && given.size() == 1 && given.has("input")) {
            given = values.unwrapped(given.get("input"));
        }
        return Part.call(callId, name, parts.arguments(given));
    }

    /** What a tool gave back; its output may be wrapped. */
    List<Part> toolResult(String callId, String name, JsonNode output) {
        String text =
                read(output, Part.Role.TOOL).stream()
                        .map(Part::text)
                        .collect(Collectors.joining("\n"));
        return text.isBlank() ? List.of() : List.of(Part.result(callId, name, text));
    }

    private List<Part> list(JsonNode list, Part.Role role) {
        List<Part> all = new ArrayList<>();
        for (JsonNode item : list) {
            if (!item.isContainerNode() && !item.isTextual()) {
                return List.of(Part.text(role, values.json(list)));
            }
            all.addAll(
                    item.isTextual()
                            ? List.of(Part.text(role, item.textValue()))
                            : item.isArray() ? list(item, role) : object(item, role));
        }
        return all;
    }

    private List<Part> object(JsonNode node, Part.Role role) {
        if (isMessage(node)) {
            return message(node, role);
        }
        if (PartReader.isPart(node)) {
            return parts.content(node, role);
        }
        JsonNode messages = Values.first(node, "messages");
        if (messages.isArray()) {
            List<Part> all = new ArrayList<>(system(node));
            all.addAll(list(messages, role));
            return all;
        }
        JsonNode choices = Values.first(node, "choices", "candidates");
        if (choices.isArray() && !choices.isEmpty()) {
            return choice(choices.get(0), role);
        }
        JsonNode generations = Values.first(node, "generations");
        if (generations.isArray() && !generations.isEmpty()) {
            JsonNode first = generations.get(0);
            return choice(first.isArray() && !first.isEmpty() ? first.get(0) : first, role);
        }
        return wrapped(node, role);
    }

    private List<Part> system(JsonNode node) {
        JsonNode system = Values.first(node, "system");
        return parts.content(system, Part.Role.SYSTEM);
    }

    private List<Part> choice(JsonNode choice, Part.Role role) {
        JsonNode message = Values.first(choice, "message", "content", "text");
        return message.isObject() ? object(message, role) : read(message, role);
    }

    /** What stands under a usual name, when nothing stands beside it; else all of it as JSON. */
    private List<Part> wrapped(JsonNode node, Part.Role role) {
        if (node.size() == 1) {
            for (String name : WRAPPERS) {
                JsonNode inner = node.path(name);
                if (!inner.isMissingNode()) {
                    return read(inner, role);
                }
            }
        }
        return node.isEmpty() ? List.of() : List.of(Part.text(role, values.json(node)));
    }

    private static boolean isMessage(JsonNode node) {
        boolean says =
                node.has("content")
                        || node.has("parts")
                        || node.has("tool_calls")
                        || node.has("contents");
        return node.path("role").isTextual() && says || langChain(node) != null;
    }

    /** The fields of a message that LangChain serialized, or null. */
    private static JsonNode langChain(JsonNode node) {
        if (node.path("lc").isNumber() && node.path("kwargs").isObject()) {
            return node.get("kwargs");
        }
        if (node.path("data").isObject() && role(node.path("type").asText("")) != null) {
            return node.get("data");
        }
        return node.has("content") && role(node.path("type").asText("")) != null ? node : null;
    }

    private List<Part> message(JsonNode node, Part.Role fallback) {
        JsonNode fields = langChain(node);
        JsonNode message = fields == null ? node : fields;
        Part.Role role = roleOf(node, message, fallback);
        if (role == Part.Role.TOOL && !message.path("parts").isArray()) {
            return List.of(
                    Part.result(
                            Values.scalar(message, "tool_call_id", "id"),
                            Values.scalar(message, "name"),
                            parts.resultText(Values.first(message, "content"))));
        }
        List<Part> said = new ArrayList<>();
        JsonNode thought = Values.first(message, "reasoning_content", "reasoning");
        if (thought.isTextual()) {
            said.add(PartReader.reasoning(thought.textValue()));
        }
        said.addAll(parts.content(Values.first(message, "parts", "content", "contents"), role));
        JsonNode calls = Values.first(message, "tool_calls");
        if (!calls.isArray() || calls.isEmpty()) {
            calls = message.path("additional_kwargs").path("tool_calls");
        }
        if (calls.isArray() && said.stream().noneMatch(p -> p.kind() == Part.Kind.CALL)) {
            for (JsonNode call : calls) {
                said.add(parts.call(call));
            }
        }
        return said;
    }

    private static Part.Role roleOf(JsonNode node, JsonNode message, Part.Role fallback) {
        String named = Values.scalar(message, "role", "type");
        Part.Role role = role(named);
        JsonNode path = node.path("id");
        if (role == null && path.isArray() && !path.isEmpty()) {
            role = role(path.get(path.size() - 1).asText(""));
        }
        if (role == null) {
            role = role(node.path("type").asText(""));
        }
        return role == null ? fallback : role;
    }

    static Part.Role role(String name) {
        return switch (name) {
            case "system", "developer", "SystemMessage" -> Part.Role.SYSTEM;
            case "user", "human", "HumanMessage", "HumanMessageChunk" -> Part.Role.USER;
            case "assistant", "ai", "model", "AIMessage", "AIMessageChunk" -> Part.Role.ASSISTANT;
            case "tool", "function", "ToolMessage", "FunctionMessage" -> Part.Role.TOOL;
            default -> null;
        };
    }
}
