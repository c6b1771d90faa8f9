package org.stepwright.prm.eval;

/**
 * What a baseline reaches on the same rows as the model.
 *
 * @param errorAccuracy in percent; NaN without wrong traces
 * @param correctAccuracy in percent; NaN without right traces
 * @param f1 in percent; NaN when one of the two is
 * @param auroc per step, in [0, 1]; NaN when there is one class
 * @param thresholdRule how it decides
 */
public record BaselineRow(
        double errorAccuracy,
        double correctAccuracy,
        double f1,
        double auroc,
        String thresholdRule) {}
