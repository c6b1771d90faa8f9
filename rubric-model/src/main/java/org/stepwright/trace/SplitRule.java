package org.stepwright.trace;

/** How the text of an answer is cut into steps. */
public enum SplitRule {
    /** Whatever the text itself shows first: JSON array, headings, numbers, blank lines. */
    AUTO,
    /** At {@code 1.}, {@code 1)}, {@code Step 1:} and the like at the start of a line. */
    NUMBERED,
    /** At blank lines. */
    BLANK_LINE,
    /** At every line's end. */
    NEWLINE,
    /** At Markdown headings. */
    HEADING,
    /** A JSON array of strings or of objects with a {@code step}. */
    JSON_ARRAY
}
