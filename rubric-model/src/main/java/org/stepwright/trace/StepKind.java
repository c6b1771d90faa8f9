package org.stepwright.trace;

/** What a step is. */
public enum StepKind {
    /** A piece of an answer's text. */
    TEXT,
    /** Hidden reasoning, such as a {@code <think>} block. */
    THOUGHT,
    /** A message of an assistant in a conversation. */
    MESSAGE,
    /** A call of a tool: name and arguments. */
    TOOL_CALL
}
