package org.stepwright.prm.train;

import java.util.Arrays;

/**
 * What a learner learns from. The arrays are not copied; do not change them.
 *
 * @param rows one row of finite numbers a step, all of the same length
 * @param targets the steps' target rewards, 0 or 1
 * @param weights how much a step counts, over 0
 * @param sources for each step the number of the source it comes from, from 0
 */
record Design(float[][] rows, double[] targets, double[] weights, int[] sources) {
    /** Validates the sizes. */
    Design {
        if (rows.length != targets.length
                || rows.length != weights.length
                || rows.length != sources.length
                || rows.length == 0) {
            throw new IllegalArgumentException(
                    "One target, one weight and one source a row, at least one row.");
        }
    }

    /** All steps from one source. */
    Design(float[][] rows, double[] targets, double[] weights) {
        this(rows, targets, weights, new int[rows.length]);
    }

    /** How many sources there are. */
    int sourceCount() {
        return Arrays.stream(sources).max().orElse(0) + 1;
    }

    int size() {
        return rows.length;
    }

    int width() {
        return rows[0].length;
    }

    int positives() {
        int ones = 0;
        for (double target : targets) {
            ones += target == 1 ? 1 : 0;
        }
        return ones;
    }
}
