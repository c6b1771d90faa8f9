package org.stepwright.prm.signal;

/**
 * The counter in front of a step: {@code Step 3:}, {@code 3.}, {@code **Step 3**}. It says how an
 * answer was written down, not what it says; with it, every step would bring a number that is new.
 * So models read steps without it.
 */
public final class StepMarker {
    private static final int MOST_DIGITS = 3;

    private final String text;
    private int at;

    private StepMarker(String text) {
        this.text = text;
    }

    /**
     * @param text a step's text
     * @return the text behind the counter, or all of it when there is none
     */
    public static String dropped(String text) {
        int end = new StepMarker(text).end();
        return end < 0 ? text : text.substring(end);
    }

    /** Where the text behind the counter starts; -1 when there is no counter. */
    private int end() {
        skipBlanks();
        skip('*');
        boolean named = text.regionMatches(true, at, "step", 0, 4);
        if (named) {
            at += 4;
            skipBlanks();
        }
        int digits = skipDigits();
        boolean closed = at < text.length() && ":.)".indexOf(text.charAt(at)) >= 0;
        if (closed) {
            at++;
        }
        skip('*');
        skip(':');
        boolean apart = at < text.length() && Character.isWhitespace(text.charAt(at));
        skipBlanks();
        return digits > 0 && digits <= MOST_DIGITS && (named || closed) && apart ? at : -1;
    }

    private void skip(char mark) {
        while (at < text.length() && text.charAt(at) == mark) {
            at++;
        }
    }

    private void skipBlanks() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private int skipDigits() {
        int start = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at - start;
    }
}
