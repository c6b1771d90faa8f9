package org.stepwright.label;

/** Where a label comes from. Machine suggestions are no labels and have no place here. */
public enum LabelSource {
    /** A person, in this workbench. */
    HUMAN,
    /** A labelled file that was imported. */
    IMPORTED,
    /** A reviewer who decided between labellers. */
    ADJUDICATED,
    /** A generator that planted the error and so knows. */
    SYNTHETIC,
    /** Monte-Carlo completions with an answer check. */
    ROLLOUT
}
