package org.stepwright.trace;

import java.util.List;

/** Turns the messages of a conversation into a problem and steps. */
public final class ChatSteps {
    private ChatSteps() {}

    /**
     * Each assistant message and each tool call is a step; user messages and tool results between
     * two steps are the later one's context. Messages after the last step belong to no step.
     *
     * @param messages the conversation in order
     * @return the problem and the steps
     */
    public static ChatTrace of(List<ChatMessage> messages) {
        throw new UnsupportedOperationException();
    }
}
