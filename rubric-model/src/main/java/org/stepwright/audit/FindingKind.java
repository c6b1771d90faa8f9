package org.stepwright.audit;

/** What an audit can find. */
public enum FindingKind {
    /** The same problem with the same steps twice. */
    EXACT_DUPLICATE,
    /** Nearly the same problem with nearly the same steps. */
    NEAR_DUPLICATE,
    /** The same or nearly the same problem in two parts of a split, or in two files. */
    SPLIT_LEAK,
    /** A problem of a named benchmark file. */
    BENCHMARK_LEAK,
    /** Different labels for the same step behind the same steps. */
    LABEL_CONFLICT,
    /** Text that teaches nothing: cut off, looping, garbled, empty, in another language. */
    JUNK_TEXT,
    /** A label that models trained on the other traces do not believe. */
    LABEL_ERROR,
    /** Something trivial, such as length or position, tells the label by itself. */
    SHORTCUT,
    /** Somebody whose labels are unlike everybody else's. */
    ANNOTATOR_OUTLIER,
    /** A row of a file that did not go in. */
    REJECTED_ROW
}
