package org.stepwright.ui.prose;

/**
 * A formula in a text.
 *
 * @param latex what stands between its delimiters
 * @param display whether it stands on lines of its own
 * @param raw as it was written, with its delimiters
 */
record Formula(String latex, boolean display, String raw) {}
