package org.stepwright.ui.label;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How fast verdicts come: the median of the last gaps between them. A long gap is a coffee, not
 * work. Confined to one thread.
 */
final class Pace {
    private static final int REMEMBERED = 41;
    private static final double BREAK_SECONDS = 180;
    private static final int ENOUGH = 3;

    private final Deque<Double> gaps = new ArrayDeque<>();
    private long last = Long.MIN_VALUE;

    /**
     * @param nanos now, by a clock that only rises
     * @param steps how many steps got a verdict at once
     */
    void verdict(long nanos, int steps) {
        if (last != Long.MIN_VALUE) {
            double seconds = (nanos - last) / 1e9;
            if (seconds <= BREAK_SECONDS) {
                gaps.addLast(seconds / Math.max(1, steps));
                if (gaps.size() > REMEMBERED) {
                    gaps.removeFirst();
                }
            }
        }
        last = nanos;
    }

    /** Seconds a step; NaN while too little is known. */
    double secondsPerStep() {
        if (gaps.size() < ENOUGH) {
            return Double.NaN;
        }
        double[] sorted = gaps.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
