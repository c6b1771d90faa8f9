package org.stepwright.ui.prose;

/**
 * A formula as an outline. All lengths are in hundredths of an em.
 *
 * @param path the outline as an SVG path; its origin is the upper left corner
 * @param width of its box
 * @param height of its box, from the top to the bottom
 * @param depth how much of the height is under the baseline
 */
record FormulaShape(String path, double width, double height, double depth) {
    /** Units in an em. */
    static final double EM = 100;

    /** What cannot be typeset. */
    static final FormulaShape NONE = new FormulaShape("", 0, 0, 0);
}
