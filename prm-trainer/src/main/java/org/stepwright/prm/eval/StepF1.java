package org.stepwright.prm.eval;

/**
 * PRMBench's numbers over steps, in [0, 1].
 *
 * @param positive F1 of the correct steps; NaN when none is correct nor called so
 * @param negative F1 of the wrong steps; NaN when none is wrong nor called so
 * @param accuracy share of steps that are called what they are; NaN without steps
 */
public record StepF1(double positive, double negative, double accuracy) {}
