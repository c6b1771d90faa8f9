package org.stepwright.trace;

/**
 * A piece of a step's text that a revision puts into a new step.
 *
 * @param step the step before the revision, from 0
 * @param from first character of the piece in its text, from 0
 * @param to character after the last one
 * @param last whether it is the last piece of its step
 */
public record StepPiece(int step, int from, int to, boolean last) {
    /** Validates. */
    public StepPiece {
        if (step < 0 || from < 0 || to < from) {
            throw new IllegalArgumentException("A piece lies inside a step's text.");
        }
    }

    /**
     * @return whether it is the first piece of its step
     */
    public boolean first() {
        return from == 0;
    }

    /**
     * @return whether it is the whole step
     */
    public boolean whole() {
        return first() && last;
    }
}
