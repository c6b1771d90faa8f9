package org.stepwright.audit;

/** What can make a text worth nothing as an example. */
public enum JunkRule {
    /** A step stops in the middle of a sentence, a word or a formula. */
    CUT_OFF,
    /** A code block, a formula or a thought is opened and never closed. */
    OPEN_BLOCK,
    /** An answer has no final answer where other answers to the same problem have one. */
    NO_ANSWER,
    /** The same words over and over. */
    LOOP,
    /** A language that the workspace is not written in. */
    LANGUAGE,
    /** Characters that were damaged on the way: wrong decoding, control characters, escapes. */
    DAMAGE,
    /** Nothing is said: blank, a placeholder, marks only. */
    EMPTY
}
