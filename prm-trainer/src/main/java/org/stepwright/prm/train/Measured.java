package org.stepwright.prm.train;

import org.stepwright.prm.eval.Baselines;
import org.stepwright.prm.eval.FileEval;
import org.stepwright.prm.eval.ThresholdRule;

/**
 * A finished head and how good it is.
 *
 * @param onnx the graph, temperature included
 * @param temperature fitted on validation
 * @param rule the threshold, chosen on validation
 * @param baselines fitted on the training part
 * @param validation results there
 * @param heldOut results on the test part; null when it is empty
 * @param eceBefore calibration error on validation before the temperature was fitted
 * @param heldOutEceBefore the same on the test part; NaN when it is empty
 */
record Measured(
        byte[] onnx,
        double temperature,
        ThresholdRule rule,
        Baselines baselines,
        FileEval validation,
        FileEval heldOut,
        double eceBefore,
        double heldOutEceBefore) {}
