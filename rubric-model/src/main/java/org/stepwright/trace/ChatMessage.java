package org.stepwright.trace;

import java.util.List;
import java.util.Objects;

/**
 * One message of a conversation.
 *
 * @param role {@code system}, {@code user}, {@code assistant} or {@code tool}
 * @param content its text, maybe empty
 * @param toolCalls the tools that an assistant's message calls
 * @param name the tool whose result this is, or empty
 */
public record ChatMessage(String role, String content, List<ToolCall> toolCalls, String name) {
    /** Validates. */
    public ChatMessage {
        Objects.requireNonNull(role, "role");
        Objects.requireNonNull(content, "content");
        toolCalls = List.copyOf(toolCalls);
        Objects.requireNonNull(name, "name");
    }

    /**
     * @param role who speaks
     * @param content what is said
     * @return a message without tool calls
     */
    public static ChatMessage of(String role, String content) {
        return new ChatMessage(role, content, List.of(), "");
    }
}
