package org.stepwright.prm.train;

import java.util.List;
import org.stepwright.prm.eval.Temperature;

/** Chooses the temperature on the labelled steps of the validation part. */
final class Calibration {
    private Calibration() {}

    /**
     * @param rows the validation part
     * @param scores its rewards at temperature 1
     * @return the temperature; 1 when the part has steps of one class only
     */
    static double temperature(LabelledRows rows, List<List<Double>> scores) {
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
        return Temperature.fit(rewards, positives);
    }
}
