package org.stepwright.label;

/** Where a label comes from. Machine suggestions are no labels and have no place here. */
public enum LabelSource {
    /** A person, in this workbench. */
    HUMAN,
    /** A labelled file that was imported. */
    IMPORTED,
    /**
     * The same person a second time, to see how steady they are. Counts for that only: never in
     * agreement between people, exports or training.
     */
    REPEAT,
    /** A reviewer who decided between labellers. */
    ADJUDICATED,
    /** A generator that planted the error and so knows. */
    SYNTHETIC,
    /** Monte-Carlo completions with an answer check. */
    ROLLOUT
}
