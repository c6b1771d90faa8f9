package org.stepwright.label;

/**
 * How a person goes through traces. Labels are the same whatever the mode; sessions remember it.
 */
public enum LabelMode {
    /** Every step in any order. */
    FREE,
    /**
     * Several alternatives of a step are rated before one of them is gone on with, as in phase 1 of
     * PRM800K (Lightman et al. 2023, "Let's Verify Step by Step").
     */
    ALTERNATIVES,
    /** From the first step to the first error and no further, as in phase 2 of PRM800K. */
    FIRST_ERROR,
    /** A first pass marks what is insightful, a second one hunts errors. */
    SPARKS_FIRST,
    /** Two answers to one problem side by side. */
    COMPARE,
    /** What machines suggest is accepted or corrected step by step. */
    SUGGESTIONS
}
