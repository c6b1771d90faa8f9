package org.stepwright.trace;

/** The parts of a split. */
public enum Part {
    /** What a model learns from. */
    TRAIN,
    /** What thresholds and stopping are chosen on. */
    VALIDATION,
    /** What is only measured on. */
    TEST
}
