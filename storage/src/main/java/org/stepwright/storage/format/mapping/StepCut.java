package org.stepwright.storage.format.mapping;

/** How the column of the steps holds them. */
public enum StepCut {
    /** A list of texts. */
    LIST,
    /** One text, cut where it shows steps itself. */
    AUTO,
    /** One text, a step a line. */
    LINES,
    /** One text, cut at blank lines. */
    BLANK_LINES,
    /** One text, cut at "Step 1:", "2." and the like. */
    NUMBERED,
    /** One text, each step ended by a marker. */
    MARKER,
    /** One step a row; rows with the same id, one behind the other, are a trace. */
    STEP_PER_ROW
}
