package org.stepwright.trace;

import java.util.ArrayList;
import java.util.List;

/** Turns the messages of a conversation into a problem and steps. */
public final class ChatSteps {
    private ChatSteps() {}

    /**
     * Each assistant message and each tool call is a step; user messages and tool results between
     * two steps are the later one's context. Messages after the last step belong to no step. An
     * assistant's message without text gives no step of its own, only its calls.
     *
     * @param messages the conversation in order
     * @return the problem and the steps
     */
    public static ChatTrace of(List<ChatMessage> messages) {
        List<String> problem = new ArrayList<>();
        List<String> context = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        boolean answered = false;
        for (ChatMessage message : messages) {
            if (message.role().equals("assistant")) {
                answered = true;
                addSteps(message, context, steps);
            } else if (!message.content().isBlank()) {
                (answered ? context : problem).add(said(message, answered));
            }
        }
        return new ChatTrace(String.join("\n\n", problem), steps);
    }

    private static void addSteps(ChatMessage message, List<String> context, List<Step> steps) {
        if (!message.content().isBlank()) {
            steps.add(step(message.content(), StepKind.MESSAGE, context));
        }
        for (ToolCall call : message.toolCalls()) {
            String text = call.name() + "(" + call.argumentsJson() + ")";
            steps.add(step(text, StepKind.TOOL_CALL, context));
        }
    }

    private static Step step(String text, StepKind kind, List<String> context) {
        Step step = new Step(text, kind, String.join("\n\n", context), List.of());
        context.clear();
        return step;
    }

    private static String said(ChatMessage message, boolean answered) {
        if (!answered) {
            return message.content();
        }
        String who = message.name().isEmpty() ? message.role() : message.name();
        return who + ": " + message.content();
    }
}
