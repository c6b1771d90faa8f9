package org.stepwright.storage;

/** How far one annotator is with one trace. */
public enum TraceState {
    /** Not finished; every trace starts so. */
    OPEN,
    /** The annotator is done. */
    SUBMITTED,
    /** The annotator could not decide. */
    GAVE_UP,
    /** The problem itself is bad. */
    BAD_PROBLEM
}
