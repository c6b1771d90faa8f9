package org.stepwright.prm.live.draft;

/**
 * Texts from outside, made fit for files and screens: no control characters, no marks that turn the
 * direction of writing around, no halves of characters.
 */
final class CleanText {
    private CleanText() {}

    /** Text of many lines, stripped. */
    static String block(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (breaksLine(c)) {
                boolean windows = c == '\r' && i < text.length() && text.charAt(i) == '\n';
                i += windows ? 1 : 0;
                clean.append('\n');
            } else if (shown(c)) {
                clean.appendCodePoint(c);
            }
        }
        return clean.toString().strip();
    }

    /** The same in one line. */
    static String line(String text) {
        StringBuilder line = new StringBuilder();
        boolean gap = false;
        String clean = block(text);
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            if (Character.isWhitespace(c)) {
                gap = true;
            } else {
                if (gap && !line.isEmpty()) {
                    line.append(' ');
                }
                gap = false;
                line.append(c);
            }
        }
        return line.toString();
    }

    /** The first characters of a text, never half of one. */
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest;
        return text.substring(0, end).strip();
    }

    /** A word of the model's in one of our sentences. */
    static String quoted(String text) {
        String line = line(text);
        return "\"" + (line.length() > 60 ? cut(line, 60) + "…" : line) + "\"";
    }

    private static boolean breaksLine(int c) {
        return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
    }

    private static boolean shown(int c) {
        boolean control = c != '\t' && Character.isISOControl(c);
        boolean steering = (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
        boolean half = c >= 0xD800 && c <= 0xDFFF;
        boolean noCharacter = (c & 0xFFFE) == 0xFFFE || c == 0xFEFF;
        return !control && !steering && !half && !noCharacter;
    }
}
