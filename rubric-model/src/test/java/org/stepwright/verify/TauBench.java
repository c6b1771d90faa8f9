package org.stepwright.verify;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.stepwright.trace.ChatMessage;
import org.stepwright.trace.ChatSteps;
import org.stepwright.trace.ChatTrace;
import org.stepwright.trace.ToolCall;

/** The 200 airline runs of tau-bench, as the chat reader gives them. */
final class TauBench {
    private TauBench() {}

    /** The runs; the test is skipped when they are not here. */
    static JsonNode runs() throws IOException {
        Path file =
                Path.of(
                        System.getProperty("stepwright.shared", "none"),
                        "data/tau-bench/gpt-4o-airline.json");
        assumeTrue(Files.exists(file), "tau-bench is not here: " + file);
        return new ObjectMapper().readTree(file.toFile());
    }

    static boolean passed(JsonNode run) {
        return run.path("reward").asDouble() == 1;
    }

    static ChatTrace chat(JsonNode run) {
        List<ChatMessage> chat = new ArrayList<>();
        for (JsonNode message : run.path("traj")) {
            List<ToolCall> calls = new ArrayList<>();
            for (JsonNode call : message.path("tool_calls")) {
                JsonNode function = call.path("function");
                calls.add(
                        new ToolCall(
                                function.path("name").asText(),
                                function.path("arguments").asText()));
            }
            chat.add(
                    new ChatMessage(
                            message.path("role").asText(),
                            message.path("content").asText(""),
                            calls,
                            message.path("name").asText("")));
        }
        return ChatSteps.of(chat);
    }
}
