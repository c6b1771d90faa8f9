package org.stepwright.ui.label;

/**
 * Where somebody stands in a trace: at a step or at one of its alternatives.
 *
 * @param step the step, from 0; -1 while nothing is open
 * @param candidate 0 for the step itself, k for its k-th alternative
 */
record Spot(int step, int candidate) {
    /** Nowhere. */
    static final Spot NONE = new Spot(-1, 0);

    /** A step itself. */
    static Spot of(int step) {
        return new Spot(step, 0);
    }
}
