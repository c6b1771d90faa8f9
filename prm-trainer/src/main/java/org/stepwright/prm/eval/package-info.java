/**
 * How good scores of steps are: first-error accuracies and F1 as ProcessBench defines them, AUROC,
 * calibration, intervals over problems, and the baselines that stand beside every number.
 */
package org.stepwright.prm.eval;
