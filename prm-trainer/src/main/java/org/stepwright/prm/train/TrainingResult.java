package org.stepwright.prm.train;

import org.stepwright.prm.ModelBundle;
import org.stepwright.prm.eval.FileEval;

/**
 * What training gives.
 *
 * @param bundle the model, ready to be written
 * @param validation results on the part that threshold and temperature were chosen on
 * @param heldOut results on the part that nothing was chosen on; null when that part is empty
 * @param traces traces with a target, all parts together
 * @param steps steps with a target
 * @param positives correct ones among these steps
 * @param seconds how long it took
 * @param threshold reward in [0, 1] under which a step counts as wrong
 * @param datasetSha256 digest of the training set
 */
public record TrainingResult(
        ModelBundle bundle,
        FileEval validation,
        FileEval heldOut,
        int traces,
        int steps,
        int positives,
        double seconds,
        double threshold,
        String datasetSha256) {}
