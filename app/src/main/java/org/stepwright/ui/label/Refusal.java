package org.stepwright.ui.label;

/**
 * Why something is not done now.
 *
 * @param hint what is told
 * @param go where to stand instead
 * @param insist whether asking once more does it all the same
 */
record Refusal(Hint hint, Spot go, boolean insist) {}
