package org.stepwright.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The words of a text that are language: no formulas, no code, no names of variables, no links. One
 * linear scan, and only so much of it as a guess needs.
 */
final class Prose {
    private static final int MOST_WORDS = 400;
    private static final int LOOKED = 20_000;

    private final List<String> words = new ArrayList<>();
    private final String text;

    private Prose(String text) {
        this.text = text.substring(0, Math.min(LOOKED, text.length()));
    }

    /**
     * @param text any text
     * @return its first words in lower case
     */
    static List<String> words(String text) {
        Prose prose = new Prose(text);
        prose.read();
        return prose.words;
    }

    private void read() {
        int at = 0;
        while (at < text.length() && words.size() < MOST_WORDS) {
            char c = text.charAt(at);
            if (c == '`') {
                String mark = text.startsWith("```", at) ? "```" : "`";
                at = skipTo(at + mark.length(), mark);
            } else if (c == '$') {
                at = skipTo(at + 1, "$");
            } else if (c == '\\') {
                at = command(at + 1);
            } else if (Character.isLetterOrDigit(c) || c == '_') {
                at = token(at);
            } else {
                at++;
            }
        }
    }

    /** Behind the end mark when it is near, else where it stood. */
    private int skipTo(int from, String end) {
        int to = text.indexOf(end, from);
        return to < 0 ? from : to + end.length();
    }

    private int command(int from) {
        if (from < text.length() && (text.charAt(from) == '[' || text.charAt(from) == '(')) {
            return skipTo(from + 1, text.charAt(from) == '[' ? "\\]" : "\\)");
        }
        int at = from;
        while (at < text.length() && isAscii(text.charAt(at))) {
            at++;
        }
        return Math.max(at, Math.min(text.length(), from + 1));
    }

    private static boolean isAscii(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /**
     * A word is letters only, but for an apostrophe; whatever else is glued to it makes it none.
     */
    private int token(int from) {
        int at = from;
        boolean plain = true;
        boolean small = false;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK) {
                small |= Character.isLowerCase(c) || !Character.isUpperCase(c);
                // camelCase
                plain &= !(small && Character.isUpperCase(c));
            } else if (Character.isDigit(c) || "_/=@^{}\\".indexOf(c) >= 0) {
                plain = false;
            } else if (!((c == '\'' || c == '’' || c == '.' || c == '(')
                    && at + 1 < text.length()
                    && Character.isLetter(text.charAt(at + 1)))) {
                break;
            } else {
                plain &= c == '\'' || c == '’';
            }
            at++;
        }
        if (plain && small && at - from > 1 && at - from <= 40) {
            words.add(text.substring(from, at).toLowerCase(Locale.ROOT));
        }
        return at;
    }
}
