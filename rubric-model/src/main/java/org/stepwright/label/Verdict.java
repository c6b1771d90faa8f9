package org.stepwright.label;

/** The one-key label of a step. */
public enum Verdict {
    /** The step is wrong. */
    WRONG,
    /** The step is neither wrong nor a help. */
    NEUTRAL,
    /** The step is right. */
    CORRECT
}
