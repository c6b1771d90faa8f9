package org.stepwright.trace;

import java.util.regex.Pattern;

/** What the start of a line says about steps. */
enum Marker {
    /** Nothing. */
    NONE,
    /** An item of a numbered list. */
    NUMBER,
    /** {@code Step 3:} and the like, also as a heading or in bold. */
    STEP,
    /** A Markdown heading. */
    HEADING,
    /** A line that is bold from end to end. */
    BOLD;

    /** A marker stands in the first characters of its line; so the patterns run on little text. */
    private static final int HEAD = 120;

    private static final Pattern STEP_LINE =
            Pattern.compile(
                    "\\s{0,3}(#{1,6}\\s+)?[*_]{0,3}\\s{0,3}(?i:step)\\s{1,3}\\d{1,4}"
                            + "(\\s{0,3}[:.)*_–—-].*|\\s*)");
    private static final Pattern NUMBER_LINE =
            Pattern.compile("\\s{0,3}[*_]{0,3}(\\d{1,3}[.)]|\\(\\d{1,3}\\))[*_]{0,3}\\s.*");
    private static final Pattern FINAL_ANSWER = Pattern.compile("####\\s*[-$]?\\d.*");
    private static final Pattern HEADING_LINE = Pattern.compile("\\s{0,3}#{1,6}\\s+\\S.*");

    static Marker of(String line) {
        String head = line.length() > HEAD ? line.substring(0, HEAD) : line;
        if (STEP_LINE.matcher(head).matches()) {
            return STEP;
        }
        if (NUMBER_LINE.matcher(head).matches()) {
            return NUMBER;
        }
        if (HEADING_LINE.matcher(head).matches() && !FINAL_ANSWER.matcher(head).matches()) {
            return HEADING;
        }
        String text = line.strip();
        boolean bold = text.length() > 4 && text.startsWith("**") && text.endsWith("**");
        return bold && text.indexOf("**", 2) == text.length() - 2 ? BOLD : NONE;
    }
}
