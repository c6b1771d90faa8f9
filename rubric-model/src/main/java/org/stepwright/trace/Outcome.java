package org.stepwright.trace;

/** How a trace ended, judged by its final answer or its environment. */
public enum Outcome {
    /** Nobody knows. */
    UNKNOWN,
    /** The final answer or state is right. */
    RIGHT,
    /** The final answer or state is wrong. */
    WRONG
}
