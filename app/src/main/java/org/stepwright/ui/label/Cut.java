package org.stepwright.ui.label;

/** Where a long text may be cut: between words, and not within a formula. */
final class Cut {
    private Cut() {}

    /** The beginning of a text: at most so many characters and lines. */
    static String head(String text, int chars, int lines) {
        int end = Math.min(text.length(), chars);
        int seen = 0;
        for (int i = 0; i < end; i++) {
            if (text.charAt(i) == '\n' && ++seen == lines) {
                return beforeFormula(text.substring(0, i), 0);
            }
        }
        if (end == text.length()) {
            return text;
        }
        int space = text.lastIndexOf(' ', end);
        int cut = space > chars / 2 ? space : end;
        if (cut > 0 && Character.isHighSurrogate(text.charAt(cut - 1))) {
            cut--;
        }
        return beforeFormula(text.substring(0, Math.max(1, cut)), chars / 2);
    }

    /** The beginning of a text, with a sign where more would follow. */
    static String shown(String text, int chars, int lines) {
        String head = head(text, chars, lines);
        return head.length() == text.length() ? text : head + " …";
    }

    /** The end of a text: at most so many characters and lines. */
    static String tail(String text, int chars, int lines) {
        String all = text.strip();
        int from = Math.max(0, all.length() - chars);
        int seen = 0;
        for (int i = all.length() - 1; i >= from; i--) {
            if (all.charAt(i) == '\n' && ++seen == lines) {
                return all.substring(i + 1).strip();
            }
        }
        int space = from == 0 ? 0 : all.indexOf(' ', from);
        int cut = space >= 0 && space < all.length() - chars / 2 ? space : from;
        if (cut > 0 && Character.isLowSurrogate(all.charAt(cut))) {
            cut++;
        }
        return all.substring(cut).strip();
    }

    /** A formula that would lose its end goes to the next piece, if enough is left. */
    private static String beforeFormula(String head, int least) {
        int paragraph = head.lastIndexOf("\n\n") + 1;
        int open = -1;
        for (int i = paragraph; i < head.length(); i++) {
            char c = head.charAt(i);
            if (c == '\\' && i + 1 < head.length()) {
                char next = head.charAt(i + 1);
                open = next == '(' || next == '[' ? i : next == ')' || next == ']' ? -1 : open;
                i++;
            } else if (c == '$') {
                boolean two = i + 1 < head.length() && head.charAt(i + 1) == '$';
                open = open < 0 ? i : -1;
                i += two ? 1 : 0;
            }
        }
        return open > least ? head.substring(0, open) : head;
    }
}
