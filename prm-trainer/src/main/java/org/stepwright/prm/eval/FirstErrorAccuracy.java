package org.stepwright.prm.eval;

/**
 * Counts behind ProcessBench's accuracies.
 *
 * @param found wrong traces whose first error is found exactly
 * @param wrong wrong traces
 * @param passed right traces that are called right
 * @param right right traces
 */
public record FirstErrorAccuracy(int found, int wrong, int passed, int right) {
    /**
     * @return share of wrong traces whose first error is found exactly; NaN without wrong traces
     */
    public double errorAccuracy() {
        return wrong == 0 ? Double.NaN : (double) found / wrong;
    }

    /**
     * @return share of right traces that are called right; NaN without right traces
     */
    public double correctAccuracy() {
        return right == 0 ? Double.NaN : (double) passed / right;
    }

    /**
     * @return harmonic mean of both; 0 when both are 0; NaN when one is NaN
     */
    public double f1() {
        return Metrics.harmonicMean(errorAccuracy(), correctAccuracy());
    }

    /**
     * @return share of traces judged exactly, as BIG-Bench Mistake counts; NaN without traces
     */
    public double exact() {
        return wrong + right == 0 ? Double.NaN : (double) (found + passed) / (wrong + right);
    }
}
