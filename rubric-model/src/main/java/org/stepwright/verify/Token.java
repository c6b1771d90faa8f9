package org.stepwright.verify;

/**
 * A piece of a step as arithmetic sees it.
 *
 * @param kind what it is
 * @param text its normal form: digits of a number, one of {@code + - * / ^}, a word in lower case
 * @param start where it starts in the step
 * @param end where it ends in the step
 */
record Token(Kind kind, String text, int start, int end) {
    enum Kind {
        NUMBER,
        PERCENT,
        OPERATOR,
        OPEN,
        CLOSE,
        EQUALS,
        ABOUT,
        WORD,
        /** Ends a statement. */
        BREAK,
        /** Makes whatever touches it undecidable. */
        UNCLEAR
    }

    boolean is(Kind other) {
        return kind == other;
    }

    boolean is(Kind other, String what) {
        return kind == other && text.equals(what);
    }
}
