package org.stepwright.prm.train;

/**
 * What a learner learns from. The arrays are not copied; do not change them.
 *
 * @param rows one row of finite numbers a step, all of the same length
 * @param targets the steps' target rewards, 0 or 1
 * @param weights how much a step counts, over 0
 */
record Design(float[][] rows, double[] targets, double[] weights) {
    /** Validates the sizes. */
    Design {
        if (rows.length != targets.length || rows.length != weights.length || rows.length == 0) {
            throw new IllegalArgumentException("One target and one weight a row, at least one.");
        }
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
