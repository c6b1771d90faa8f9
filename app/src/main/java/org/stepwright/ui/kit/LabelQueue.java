package org.stepwright.ui.kit;

/** Places of the Label screen that are no trace, as targets that {@link Navigator} carries. */
public final class LabelQueue {
    /** The traces with steps that were carried over to another version and wait to be rated. */
    public static final String REVISIT = "\u001frevisit";

    private LabelQueue() {}
}
