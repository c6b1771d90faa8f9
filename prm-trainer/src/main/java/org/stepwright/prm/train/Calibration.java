package org.stepwright.prm.train;

import java.util.List;
import org.stepwright.prm.eval.Metrics;
import org.stepwright.prm.eval.Temperature;

/**
 * How well rewards at temperature 1 say what share of steps is correct.
 *
 * @param temperature the temperature that fits best; 1 when the steps are of one class only
 * @param ece expected calibration error without it, in [0, 1]; NaN without labelled steps
 */
record Calibration(double temperature, double ece) {
    /**
     * @param rows a part of the training set
     * @param scores its rewards at temperature 1
     */
    static Calibration of(LabelledRows rows, List<List<Double>> scores) {
        LabelledRows.Counts counts = rows.counts();
        double[] rewards = new double[counts.steps()];
        boolean[] positives = new boolean[counts.steps()];
        int at = 0;
        for (int t = 0; t < scores.size(); t++) {
            double[] targets = rows.targets().get(t);
            for (int i = 0; i < targets.length; i++) {
                if (!Double.isNaN(targets[i])) {
                    rewards[at] = scores.get(t).get(i);
                    positives[at++] = targets[i] == 1;
                }
            }
        }
        return new Calibration(
                Temperature.fit(rewards, positives), Metrics.ece(rewards, positives));
    }
}
