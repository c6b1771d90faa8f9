package org.stepwright.trace;

import java.util.Comparator;

/**
 * A place in the steps of a trace.
 *
 * @param step the step's index, from 0
 * @param offset characters (UTF-16 units) into its text, from 0
 */
public record StepPlace(int step, int offset) implements Comparable<StepPlace> {
    private static final Comparator<StepPlace> ORDER =
            Comparator.comparingInt(StepPlace::step).thenComparingInt(StepPlace::offset);

    /** Validates. */
    public StepPlace {
        if (step < 0 || offset < 0) {
            throw new IllegalArgumentException("Step and offset count from 0.");
        }
    }

    /**
     * @param step a step's index, from 0
     * @return where it starts
     */
    public static StepPlace startOf(int step) {
        return new StepPlace(step, 0);
    }

    @Override
    public int compareTo(StepPlace other) {
        return ORDER.compare(this, other);
    }
}
