package org.stepwright.storage;

/** What became of a finding of an audit. It is read off the data each time, never kept. */
public enum FindingState {
    /** Nothing was done about it. */
    OPEN,
    /** One of its traces is set aside. */
    ASIDE,
    /** Somebody decided the step after all. */
    DECIDED,
    /** Its trace waits in Review. */
    REVIEW,
    /** Somebody said that it is none. */
    DISMISSED
}
