package org.stepwright.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChatStepsTest {
    @Test
    void messagesAndCallsAreStepsAndTheRestIsContext() {
        ChatTrace trace =
                ChatSteps.of(
                        List.of(
                                ChatMessage.of("system", "Policy."),
                                ChatMessage.of("user", "Cancel it."),
                                new ChatMessage(
                                        "assistant",
                                        "",
                                        List.of(
                                                new ToolCall("find", "{\"id\":1}"),
                                                new ToolCall("look", "{}")),
                                        ""),
                                new ChatMessage("tool", "{\"ok\":true}", List.of(), "find"),
                                ChatMessage.of("assistant", "Done."),
                                ChatMessage.of("user", "Thanks.")));

        assertThat(trace.problem()).isEqualTo("Policy.\n\nCancel it.");
        assertThat(trace.steps())
                .containsExactly(
                        new Step("find({\"id\":1})", StepKind.TOOL_CALL, "", List.of()),
                        new Step("look({})", StepKind.TOOL_CALL, "", List.of()),
                        new Step("Done.", StepKind.MESSAGE, "find: {\"ok\":true}", List.of()));
    }

    @Test
    void aConversationWithoutAnAssistantHasNoSteps() {
        ChatTrace trace = ChatSteps.of(List.of(ChatMessage.of("user", "Hello?")));
        assertThat(trace).isEqualTo(new ChatTrace("Hello?", List.of()));
    }
}
