package org.stepwright.storage.format.mapping;

/** What the values of the label column mean. */
public enum LabelKind {
    /** Correct or wrong: true/false, 1/0, +/-, yes/no and the like, one a step. */
    TWO_WAY,
    /** 1 is correct, 0 neutral, -1 wrong, one a step. */
    THREE_WAY,
    /** Words that the mapping lists, one a step. */
    WORDS,
    /** The number of the first wrong step; all before it are correct. */
    FIRST_ERROR,
    /** How likely the step is to be correct, from 0 to 1, one a step. Kept as suggestions. */
    SHARE
}
