package org.stepwright.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

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
        Map<String, Integer> next = new HashMap<>();
        int at = 0;
        while (at < text.length() && passages.size() < most) {
            char open = text.charAt(at);
            int pair = PAIRS.indexOf(open);
            boolean opens = open == '"' ? opens(text, at) : pair >= 0 && pair % 2 == 0;
            String close =
                    open == '"' ? "\"" : pair >= 0 ? PAIRS.substring(pair | 1, (pair | 1) + 1) : "";
            int from = at + 1;
            int end = opens ? next(text, close, from, next) : text.length();
            boolean near = end - from <= MAX_LENGTH && end > from && end < text.length();
            if (opens && near && end < next(text, "\n\n", from, next)) {
                passages.add(new Passage(from, end));
                at = end;
            }
            at++;
        }
        return passages;
    }

    /** Where a sign comes next; looked for once, not again until the text has gone past it. */
    private static int next(String text, String sign, int from, Map<String, Integer> next) {
        int known = next.getOrDefault(sign, -1);
        if (known < from) {
            int found = text.indexOf(sign, from);
            known = found < 0 ? text.length() : found;
            next.put(sign, known);
        }
        return known;
    }

    /** A straight mark opens at the start of a word; behind a digit it may be inches. */
    private static boolean opens(String text, int at) {
        char before = at == 0 ? ' ' : text.charAt(at - 1);
        char after = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        return !Character.isLetterOrDigit(before) && !Character.isWhitespace(after);
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
