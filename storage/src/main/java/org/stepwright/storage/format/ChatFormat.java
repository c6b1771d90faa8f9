package org.stepwright.storage.format;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.stepwright.label.LabelledTrace;
import org.stepwright.trace.ChatMessage;
import org.stepwright.trace.ChatSteps;
import org.stepwright.trace.ChatTrace;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.ToolCall;
import org.stepwright.trace.Trace;

/**
 * Conversations in OpenAI's shape, under {@code messages}, and tau-bench's runs under {@code traj},
 * where the outcome is right exactly when the reward is 1. Their id begins with {@code
 * task_id-trial} and ends with a digest of the run: every domain and every model counts its tasks
 * from 0. They carry no step labels, unless the workbench wrote them.
 */
final class ChatFormat extends JsonFormat {
    private static final int MESSAGE_LIMIT = 10_000;

    @Override
    public String name() {
        return "chat";
    }

    @Override
    public String title() {
        return "Chat messages (OpenAI, tau-bench)";
    }

    @Override
    boolean looksLike(Set<String> keys) {
        return keys.contains("traj") || keys.contains("messages");
    }

    @Override
    LabelledTrace parse(JsonRow row, Source source) {
        boolean tau = row.has("traj");
        JsonNode list = row.list(tau ? "traj" : "messages");
        ChatTrace chat = ChatSteps.of(messages(list));
        JsonRow.checkStepCount(chat.steps().size());
        Trace trace =
                new Trace(
                        id(row, tau, list),
                        chat.problem(),
                        chat.steps(),
                        outcome(row),
                        row.scalar("reference"),
                        metadata(row, tau));
        return new LabelledTrace(
                trace,
                row.has("step_labels")
                        ? StepLabelJson.readAll(trace, row.list("step_labels"))
                        : List.of(),
                row.has("suggestions")
                        ? SuggestionJson.readAll(trace, row.list("suggestions"))
                        : List.of());
    }

    @Override
    public Optional<LabelWriter> writer() {
        return Optional.of(new ChatWriter());
    }

    private String id(JsonRow row, boolean tau, JsonNode list) {
        List<String> content = List.of(Json.write(list));
        if (tau && row.has("task_id") && row.has("trial")) {
            return RowIds.ofContent(row.id("task_id") + "-" + row.id("trial"), content);
        }
        return row.has("id") ? row.id("id") : RowIds.ofContent(name(), content);
    }

    private static Outcome outcome(JsonRow row) {
        if (!row.has("reward")) {
            return Outcome.UNKNOWN;
        }
        JsonNode reward = row.node().get("reward");
        if (!reward.isNumber()) {
            throw new BadRow("\"reward\" is " + JsonRow.shown(reward) + ", not a number");
        }
        return reward.doubleValue() == 1 ? Outcome.RIGHT : Outcome.WRONG;
    }

    private TreeMap<String, String> metadata(JsonRow row, boolean tau) {
        TreeMap<String, String> metadata = new TreeMap<>();
        metadata.put(Trace.SOURCE, name());
        if (row.has("model")) {
            metadata.put(Trace.GENERATOR, row.text("model"));
        }
        JsonNode task = row.node().path("info").path("task");
        if (tau && task.path("instruction").isTextual()) {
            metadata.put("chat.instruction", JsonRow.text(task.get("instruction"), "instruction"));
        }
        if (tau && task.path("actions").isArray()) {
            metadata.put("chat.gold_actions", Json.write(task.get("actions")));
        }
        return metadata;
    }

    private static List<ChatMessage> messages(JsonNode list) {
        if (list.size() > MESSAGE_LIMIT) {
            throw new BadRow("there are more than " + MESSAGE_LIMIT + " messages");
        }
        List<ChatMessage> messages = new ArrayList<>(list.size());
        for (JsonNode item : list) {
            JsonRow message = new JsonRow(null, item);
            messages.add(
                    new ChatMessage(
                            message.text("role"),
                            content(message),
                            toolCalls(message),
                            message.text("name", "")));
        }
        return messages;
    }

    /** A text, or the texts of a list of parts. */
    private static String content(JsonRow message) {
        if (!message.has("content") || message.node().get("content").isTextual()) {
            return message.text("content", "");
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode part : message.list("content")) {
            if (part.path("text").isTextual()) {
                texts.add(JsonRow.text(part.get("text"), "text"));
            }
        }
        return String.join("\n", texts);
    }

    private static List<ToolCall> toolCalls(JsonRow message) {
        List<ToolCall> calls = new ArrayList<>();
        if (message.has("tool_calls")) {
            for (JsonNode item : message.list("tool_calls")) {
                JsonRow function = new JsonRow(null, item).object("function");
                calls.add(new ToolCall(function.text("name"), arguments(function)));
            }
        }
        return calls;
    }

    /** OpenAI writes the arguments as a text of JSON; others as an object. */
    private static String arguments(JsonRow function) {
        if (!function.has("arguments")) {
            return "{}";
        }
        JsonNode arguments = function.node().get("arguments");
        return arguments.isTextual() ? JsonRow.text(arguments, "arguments") : Json.write(arguments);
    }
}
