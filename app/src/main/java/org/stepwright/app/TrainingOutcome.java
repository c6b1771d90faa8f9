package org.stepwright.app;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.stepwright.prm.eval.FileEval;
import org.stepwright.prm.train.TrainingResult;

/**
 * What came of a training run, as a workspace keeps it.
 *
 * @param traces traces trained and evaluated on
 * @param steps steps with a target
 * @param positives steps whose target is 1
 * @param seconds how long it took
 * @param threshold reward under which a step counts as wrong, in [0, 1]
 * @param datasetSha256 digest of the training set, hexadecimal
 * @param validation results on the validation part, which chose threshold and temperature
 * @param heldOut results on the part that nothing was chosen on; null when that part is empty
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record TrainingOutcome(
        int traces,
        int steps,
        int positives,
        double seconds,
        double threshold,
        String datasetSha256,
        FileEval validation,
        FileEval heldOut) {
    static TrainingOutcome of(TrainingResult result) {
        return new TrainingOutcome(
                result.traces(),
                result.steps(),
                result.positives(),
                result.seconds(),
                result.threshold(),
                result.datasetSha256(),
                result.validation(),
                result.heldOut());
    }

    /**
     * @return the results to show first: held-out ones, or those of the validation part where none
     *     were held out
     */
    public FileEval shown() {
        return heldOut == null ? validation : heldOut;
    }
}
