package org.stepwright.prm.eval;

/**
 * One figure of two models on the same traces; NaN where the traces cannot say.
 *
 * @param before the first model's, the mean over rounds
 * @param after the second model's
 * @param low the 2.5th percentile of the difference, second less first
 * @param high the 97.5th percentile of the difference
 */
public record PairedRow(double before, double after, double low, double high) {
    /**
     * @return second less first
     */
    public double difference() {
        return after - before;
    }

    /**
     * @return whether the interval of the difference does not hold 0
     */
    public boolean differs() {
        return low > 0 || high < 0;
    }
}
