package org.stepwright.audit;

/**
 * How much of the data is there once.
 *
 * @param traces all traces
 * @param different traces that differ in more than form
 * @param problems different problems
 * @param groups groups of near-equal problems; a split keeps each in one part
 */
public record DuplicateCounts(long traces, long different, long problems, long groups) {}
