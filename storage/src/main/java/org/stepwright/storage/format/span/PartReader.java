package org.stepwright.storage.format.span;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the parts of a message as OpenTelemetry, OpenAI, Anthropic and LangChain write them.
 *
 * @param values reads the values
 */
record PartReader(Values values) {
    /** The parts of a message's content: a text, a part, or a list of both. */
    List<Part> content(JsonNode content, Part.Role role) {
        List<Part> parts = new ArrayList<>();
        if (content.isArray()) {
            for (JsonNode item : content) {
                parts.addAll(content(item, role));
            }
        } else if (content.isTextual()) {
            parts.add(Part.text(role, content.textValue()));
        } else if (content.isObject()) {
            parts.addAll(part(content, role));
        }
        return parts;
    }

    /** Whether an object is a part rather than a message. */
    static boolean isPart(JsonNode node) {
        return switch (node.path("type").asText("")) {
            case "text",
                    "output_text",
                    "input_text",
                    "reasoning",
                    "thinking",
                    "tool_call",
                    "tool_use",
                    "function_call",
                    "server_tool_call",
                    "server_tool_use",
                    "tool_call_response",
                    "tool_result",
                    "function_call_output",
                    "server_tool_call_response" ->
                    true;
            default -> false;
        };
    }

    private List<Part> part(JsonNode node, Part.Role role) {
        String type = node.path("type").asText("");
        return switch (type) {
            case "reasoning", "thinking" -> reasoning(node);
            case "tool_call", "tool_use", "function_call", "server_tool_call", "server_tool_use" ->
                    List.of(call(node));
            case "tool_call_response",
                    "tool_result",
                    "function_call_output",
                    "server_tool_call_response" ->
                    List.of(result(node));
            case "blob", "uri", "file", "image", "image_url", "input_image", "input_audio" ->
                    List.of(Part.text(role, "[" + medium(node, type) + "]"));
            default -> {
                JsonNode text = Values.first(node, "content", "text");
                yield text.isTextual() ? List.of(Part.text(role, text.textValue())) : List.of();
            }
        };
    }

    private static String medium(JsonNode node, String type) {
        String modality = Values.scalar(node, "modality");
        return modality.isEmpty() ? type : modality;
    }

    private List<Part> reasoning(JsonNode node) {
        JsonNode said = Values.first(node, "content", "text", "thinking", "summary");
        List<Part> parts = new ArrayList<>();
        for (Part part : content(said, Part.Role.ASSISTANT)) {
            parts.add(reasoning(part.text()));
        }
        return parts;
    }

    static Part reasoning(String text) {
        return new Part(Part.Role.ASSISTANT, Part.Kind.REASONING, text, "", "");
    }

    /** A call, also as OpenAI nests it under {@code function}. */
    Part call(JsonNode node) {
        JsonNode called = node.path("function").isObject() ? node.get("function") : node;
        JsonNode arguments = Values.first(called, "arguments", "args", "input");
        String name = Values.scalar(called, "name");
        return Part.call(
                Values.scalar(node, "id", "call_id"),
                name.isEmpty() ? Values.scalar(node, "name") : name,
                arguments(arguments));
    }

    /** OpenAI writes the arguments as a text of JSON; others as an object. */
    String arguments(JsonNode arguments) {
        String text = values.text(arguments);
        return text.isEmpty() ? "{}" : text;
    }

    private Part result(JsonNode node) {
        return Part.result(
                Values.scalar(node, "id", "tool_use_id", "call_id", "tool_call_id"),
                Values.scalar(node, "name"),
                resultText(Values.first(node, "response", "result", "content", "output")));
    }

    /** A tool's result: its texts where it is a list of parts, else as it is. */
    String resultText(JsonNode result) {
        if (result.isArray() && !result.isEmpty()) {
            List<String> texts = new ArrayList<>();
            for (JsonNode item : result) {
                if (!item.path("text").isTextual()) {
                    return values.text(result);
                }
                texts.add(item.get("text").textValue());
            }
            return String.join("\n", texts);
        }
        return values.text(result);
    }
}
