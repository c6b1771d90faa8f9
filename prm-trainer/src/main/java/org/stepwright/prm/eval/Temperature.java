package org.stepwright.prm.eval;

/**
 * Temperature scaling (Guo et al. 2017): logits are divided by one number, which keeps the order of
 * rewards and repairs how sure they sound. Fit it on validation only; a threshold goes through
 * {@link #scale} like any reward.
 */
public final class Temperature {
    private static final double LOWEST = 0.05;
    private static final double HIGHEST = 20;

    private Temperature() {}

    /**
     * @param rewards rewards in [0, 1]
     * @param positives whether each step is correct
     * @return the temperature in [0.05, 20] with the highest likelihood; 1 when there is only one
     *     class, nothing to fit, or no reward but 0.5
     * @throws IllegalArgumentException when the sizes differ
     */
    public static double fit(double[] rewards, boolean[] positives) {
        Metrics.requireSameSize(rewards.length, positives.length);
        double[] logits = new double[rewards.length];
        int up = 0;
        boolean flat = true;
        for (int i = 0; i < logits.length; i++) {
            logits[i] = logit(rewards[i]);
            up += positives[i] ? 1 : 0;
            flat &= logits[i] == 0;
        }
        if (up == 0 || up == logits.length || flat) {
            return 1;
        }
        // The loss is convex in 1/T, so its slope has one zero.
        double low = 1 / HIGHEST;
        double high = 1 / LOWEST;
        for (int i = 0; i < 200 && high / low > 1 + 1e-14; i++) {
            double middle = Math.sqrt(low * high);
            if (slope(logits, positives, middle) < 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return 1 / Math.sqrt(low * high);
    }

    /**
     * @param reward a reward in [0, 1]
     * @param temperature a temperature over 0
     * @return the reward at that temperature, in [0, 1]
     */
    public static double scale(double reward, double temperature) {
        return temperature == 1 ? reward : sigmoid(logit(reward) / temperature);
    }

    /** Slope of the negative log likelihood in 1/T. */
    private static double slope(double[] logits, boolean[] positives, double inverse) {
        double slope = 0;
        for (int i = 0; i < logits.length; i++) {
            slope += (sigmoid(inverse * logits[i]) - (positives[i] ? 1 : 0)) * logits[i];
        }
        return slope;
    }

    static double sigmoid(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }

    /** Finite also for 0 and 1, which a sum of floats can reach. */
    private static double logit(double reward) {
        double inside = Math.min(1 - 1e-12, Math.max(1e-12, reward));
        return StrictMath.log(inside) - StrictMath.log1p(-inside);
    }
}
