package org.stepwright.trace;

/**
 * The part of a problem that tells it from others in a list. What is asked about a long policy or
 * document stands at its end, after a blank line; the beginning is the same in all of its traces.
 */
public final class Gist {
    /** How many characters from the end of a problem {@link #of(String, String)} looks at. */
    public static final int TAIL = 601;

    private static final int HEAD = 300;
    private static final int FEW = 20;
    private static final String BLANK_LINE = "\n\n";

    private Gist() {}

    /**
     * @param problem a whole problem
     * @return its beginning, or the beginning of its last paragraph when it is long
     */
    public static String of(String problem) {
        return of(problem, problem.substring(Math.max(0, problem.length() - TAIL)));
    }

    /**
     * @param head the problem's beginning, at least 300 characters if it has them
     * @param tail its last {@link #TAIL} characters, or all of a shorter one
     * @return as for the whole problem
     */
    public static String of(String head, String tail) {
        if (tail.length() >= TAIL) {
            // a last paragraph of a word or two says nothing alone
            for (int at = tail.lastIndexOf(BLANK_LINE);
                    at >= 0;
                    at = tail.lastIndexOf(BLANK_LINE, at - 1)) {
                String end = tail.substring(at).strip();
                if (end.length() >= FEW) {
                    return cut(end);
                }
            }
        }
        return cut(head);
    }

    private static String cut(String text) {
        return text.length() <= HEAD ? text : text.substring(0, HEAD);
    }
}
