package org.stepwright.verify;

/**
 * Finds pieces of text, whatever their capital letters, in time that is linear in both lengths
 * (Knuth, Morris and Pratt, "Fast pattern matching in strings", 1977).
 */
final class Words {
    private Words() {}

    /** Whether a text has a piece as words of its own: no letter or digit goes on with it. */
    static boolean contains(String text, String piece) {
        return find(text, piece, 0, true) >= 0;
    }

    /** Where a text has a piece as words of its own next; -1 when it has not. */
    static int next(String text, String piece, int from) {
        return find(text, piece, from, true);
    }

    /**
     * @param text where to look
     * @param piece what to look for
     * @param from where to start
     * @return where the piece starts first; -1 when it is not there
     */
    static int indexOf(String text, String piece, int from) {
        return piece.isEmpty() ? from : find(text, piece, from, false);
    }

    private static int find(String text, String piece, int from, boolean words) {
        int length = piece.length();
        if (length == 0 || length > text.length() - from) {
            return -1;
        }
        char[] wanted = new char[length];
        for (int i = 0; i < length; i++) {
            wanted[i] = fold(piece.charAt(i));
        }
        int[] borders = borders(wanted);
        int matched = 0;
        for (int at = from; at < text.length(); at++) {
            char c = fold(text.charAt(at));
            while (matched > 0 && c != wanted[matched]) {
                matched = borders[matched - 1];
            }
            matched += c == wanted[matched] ? 1 : 0;
            if (matched == length) {
                int start = at - length + 1;
                boolean free =
                        starts(text, start, piece.charAt(0))
                                && ends(text, at + 1, piece.charAt(length - 1));
                if (!words || free) {
                    return start;
                }
                matched = borders[matched - 1];
            }
        }
        return -1;
    }

    /** For each length the longest start of the piece that is also its end. */
    private static int[] borders(char[] wanted) {
        int[] borders = new int[wanted.length];
        int matched = 0;
        for (int i = 1; i < wanted.length; i++) {
            while (matched > 0 && wanted[i] != wanted[matched]) {
                matched = borders[matched - 1];
            }
            matched += wanted[i] == wanted[matched] ? 1 : 0;
            borders[i] = matched;
        }
        return borders;
    }

    private static char fold(char c) {
        if (c < 128) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return Character.toLowerCase(c);
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
