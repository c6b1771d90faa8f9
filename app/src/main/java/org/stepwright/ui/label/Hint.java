package org.stepwright.ui.label;

/** What the screen tells after a key; the view has the words. */
enum Hint {
    /** Nothing. */
    NONE,
    /** A step has no verdict yet; submitting again submits all the same. */
    INCOMPLETE,
    /** The last trace of the queue is done. */
    QUEUE_DONE,
    /** Steps get their verdicts one after the other; here is the one whose turn it is. */
    IN_ORDER,
    /** The trace ends at its first error. */
    ENDED,
    /** This pass marks insights; verdicts come in the next one. */
    SPARKS_ONLY,
    /** The pass for verdicts begins. */
    SECOND_PASS,
    /** No machine suggests a verdict for this step, or none that may be seen. */
    NO_SUGGESTION,
    /** All that the trace needs is there. */
    COMPLETE,
    /** A comparison of two answers was taken back or made again. */
    PAIR_CHANGED,
    /** There are no two answers in sight to choose from. */
    NOT_COMPARING,
    /** Others have labelled since what an undo would put out of sight: it stays. */
    KEPT,
    /** There is nothing to undo. */
    NOTHING_TO_UNDO,
    /** There is nothing to redo. */
    NOTHING_TO_REDO
}
