package org.stepwright.trace;

/** Says, line by line, where steps start. Lines inside a block never come here. */
interface LineRule {
    void line(String line, StepBuilder steps);

    /** The line that was just given opened a block; the lines of the block follow in the step. */
    default void blockOpens(StepBuilder steps) {
        // nothing held back
    }

    default void finish(StepBuilder steps) {
        // nothing held back
    }
}
