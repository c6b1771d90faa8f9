package org.stepwright.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Words between quotation marks.
 *
 * @param start where the words start
 * @param end where they end
 */
record Passage(int start, int end) {
    private static final int MAX_LENGTH = 1_000;
    private static final String PAIRS = "“”«»„“";

    /** Quotations of at most 1,000 characters within a paragraph, in order. */
    static List<Passage> of(String text, int most) {
        List<Passage> passages = new ArrayList<>();
        int at = 0;
        while (at < text.length() && passages.size() < most) {
            char open = text.charAt(at);
            int pair = PAIRS.indexOf(open);
            boolean opens = open == '"' ? opens(text, at) : pair >= 0 && pair % 2 == 0;
            char close = open == '"' ? '"' : pair >= 0 ? PAIRS.charAt(pair | 1) : ' ';
            int end = opens ? end(text, at + 1, close) : -1;
            if (end > at + 1) {
                passages.add(new Passage(at + 1, end));
                at = end + 1;
            } else {
                at++;
            }
        }
        return passages;
    }

    /** A straight mark opens at the start of a word; behind a digit it may be inches. */
    private static boolean opens(String text, int at) {
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        char after = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        return !Character.isLetterOrDigit(before) && !Character.isWhitespace(after);
    }

    private static int end(String text, int from, char close) {
        int last = Math.min(text.length(), from + MAX_LENGTH);
        for (int i = from; i < last; i++) {
            char c = text.charAt(i);
            if (c == close) {
                return i;
            }
            if (c == '\n' && i + 1 < text.length() && text.charAt(i + 1) == '\n') {
                return -1;
            }
        }
        return -1;
    }

    /** A text in which passages are looked for: blanks, quotation marks and dashes made alike. */
    static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean escape = c == '\\' && i + 1 < text.length();
            if (escape && text.charAt(i + 1) == 'n') {
                c = ' ';
                i++;
            } else if (escape && text.charAt(i + 1) == '"') {
                c = '"';
                i++;
            }
            c =
                    switch (c) {
                        case '“', '”', '„', '«', '»' -> '"';
                        case '‘', '’' -> '\'';
                        case '–', '—', '−' -> '-';
                        default -> Character.isWhitespace(c) || c == '\u00a0' ? ' ' : c;
                    };
            boolean doubled =
                    c == ' ' && plain.length() > 0 && plain.charAt(plain.length() - 1) == ' ';
            if (!doubled) {
                plain.append(c);
            }
        }
        return plain.toString().toLowerCase(Locale.ROOT);
    }
}
