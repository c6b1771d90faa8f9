package org.stepwright.audit;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The normalised text by which steps are compared. Stricter than {@link
 * org.stepwright.trace.ProblemKey}: operators and brackets stay, as {@code x - y} and {@code x / y}
 * are different steps.
 */
final class ContentKey {
    private ContentKey() {}

    /**
     * Unicode NFKC, lower case; white space, dollar signs and other LaTeX delimiters, invisible
     * characters and sentence punctuation dropped; quotes and dashes of one form; commas between
     * digits dropped. Every symbol is a word of its own, so {@code 2+2} is {@code 2 + 2}.
     *
     * @param text any text
     * @return its words, separated by single spaces
     */
    static String of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder key = new StringBuilder(plain.length() + 16);
        boolean gap = true;
        for (int i = 0; i < plain.length(); ) {
            int c = plain.codePointAt(i);
            int next = i + Character.charCount(c);
            if (isWord(c) || c == '.' && betweenDigits(plain, i, next)) {
                append(key, gap, c);
                gap = false;
            } else if (c == '\\' && next < plain.length() && isBracket(plain.charAt(next))) {
                gap = true;
                next++;
            } else if (c == ',' && betweenDigits(plain, i, next)) {
                i = next;
                continue;
            } else {
                if (isSymbol(plain, c, i, next)) {
                    append(key, true, oneForm(c));
                }
                gap = true;
            }
            i = next;
        }
        return key.toString();
    }

    /**
     * A step's key without a number in front of it that only says which step it is.
     *
     * @param text the step
     * @param index its index, from 0
     * @return as {@link #of}
     */
    static String ofStep(String text, int index) {
        return of(text.substring(afterNumber(text, index + 1)));
    }

    private static int afterNumber(String text, int number) {
        int at = skipSpace(text, 0);
        if (text.regionMatches(true, at, "step", 0, 4)) {
            at = skipSpace(text, at + 4);
        }
        String digits = Integer.toString(number);
        if (!text.startsWith(digits, at)) {
            return 0;
        }
        at += digits.length();
        boolean marked = at < text.length() && ".:)".indexOf(text.charAt(at)) >= 0;
        boolean ends = at + 1 >= text.length() || Character.isWhitespace(text.charAt(at + 1));
        return marked && ends ? at + 1 : 0;
    }

    private static int skipSpace(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static void append(StringBuilder key, boolean gap, int c) {
        if (gap && key.length() > 0) {
            key.append(' ');
        }
        key.appendCodePoint(c);
    }

    private static boolean isWord(int c) {
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isSymbol(String text, int c, int at, int next) {
        if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '$') {
            return false;
        }
        int type = Character.getType(c);
        if (type == Character.CONTROL || type == Character.FORMAT) {
            return false;
        }
        return switch (c) {
            case ':' -> betweenDigits(text, at, next);
            // a factorial is no exclamation
            case '!' ->
                    at > 0
                            && (Character.isDigit(text.codePointBefore(at))
                                    || text.charAt(at - 1) == ')');
            case '.', ',', ';', '?', '。', '、', '،', '؟' -> false;
            default -> true;
        };
    }

    private static boolean isBracket(char c) {
        return c == '(' || c == ')' || c == '[' || c == ']';
    }

    private static int oneForm(int c) {
        return switch (c) {
            case '‘', '’', '`' -> '\'';
            case '“', '”', '„' -> '"';
            case '‐', '‑', '–', '—', '−' -> '-';
            default -> c;
        };
    }

    private static boolean betweenDigits(String text, int at, int next) {
        return at > 0
                && next < text.length()
                && Character.isDigit(text.codePointBefore(at))
                && Character.isDigit(text.codePointAt(next));
    }
}
