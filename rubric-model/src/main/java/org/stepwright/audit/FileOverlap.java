package org.stepwright.audit;

/**
 * What two files share.
 *
 * @param first a file
 * @param second another, later by name
 * @param problems different problems that are in both, but for form
 * @param groups groups of near-equal problems that are in both
 * @param traces different traces that are in both, but for form
 */
public record FileOverlap(String first, String second, long problems, long groups, long traces) {}
