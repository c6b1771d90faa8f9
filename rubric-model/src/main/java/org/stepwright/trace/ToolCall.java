package org.stepwright.trace;

import java.util.Objects;

/**
 * A call of a tool in a conversation.
 *
 * @param name the tool's name
 * @param argumentsJson its arguments as JSON text, as the model wrote them
 */
public record ToolCall(String name, String argumentsJson) {
    /** Validates. */
    public ToolCall {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(argumentsJson, "argumentsJson");
    }
}
