package org.stepwright.prm.eval;

/**
 * Results on the traces of one error kind, as PRMBench reports its classes.
 *
 * @param traces how many traces
 * @param steps how many labelled steps
 * @param stepF1 what these steps give
 */
public record KindRow(int traces, int steps, StepF1 stepF1) {}
