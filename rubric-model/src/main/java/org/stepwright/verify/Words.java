package org.stepwright.verify;

/** Finds pieces of text that no letter or digit goes on with. */
final class Words {
    private Words() {}

    /** Whether a text has a piece as a word of its own, whatever its capital letters. */
    static boolean contains(String text, String piece) {
        if (piece.isEmpty()) {
            return false;
        }
        char lower = Character.toLowerCase(piece.charAt(0));
        char upper = Character.toUpperCase(piece.charAt(0));
        int last = text.length() - piece.length();
        for (int at = 0; at <= last; at++) {
            char c = text.charAt(at);
            if ((c == lower || c == upper || Character.toLowerCase(c) == lower)
                    && starts(text, at, piece.charAt(0))
                    && text.regionMatches(true, at, piece, 0, piece.length())
                    && ends(text, at + piece.length(), piece.charAt(piece.length() - 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean starts(String text, int at, char first) {
        if (at == 0 || !part(first)) {
            return true;
        }
        char before = text.charAt(at - 1);
        boolean escape = at > 1 && text.charAt(at - 2) == '\\' && "nrt".indexOf(before) >= 0;
        boolean number =
                Character.isDigit(first)
                        && (before == '.' || before == ',')
                        && at > 1
                        && Character.isDigit(text.charAt(at - 2));
        return (!part(before) || escape) && !number;
    }

    private static boolean ends(String text, int end, char last) {
        if (end >= text.length() || !part(last)) {
            return true;
        }
        char behind = text.charAt(end);
        boolean number =
                Character.isDigit(last)
                        && (behind == '.' || behind == ',')
                        && end + 1 < text.length()
                        && Character.isDigit(text.charAt(end + 1))
                        && !zeros(text, end);
        return !part(behind) && !number;
    }

    /** ".0" and ".00" behind a number do not change it. */
    private static boolean zeros(String text, int from) {
        int end = from + 1;
        while (end < text.length() && text.charAt(end) == '0' && end - from <= 2) {
            end++;
        }
        return text.charAt(from) == '.'
                && (end == text.length() || !Character.isDigit(text.charAt(end)));
    }

    private static boolean part(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }
}
