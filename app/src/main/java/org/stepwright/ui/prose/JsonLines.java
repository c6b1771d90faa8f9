package org.stepwright.ui.prose;

/**
 * Puts JSON on indented lines without changing a character of its values: it moves only the space
 * between them. What is no JSON stays as it was written.
 */
final class JsonLines {
    private static final int LONGEST = 200_000;
    private static final int DEEPEST = 30;

    private final String json;
    private final StringBuilder out = new StringBuilder();
    private int depth;

    private JsonLines(String json) {
        this.json = json;
    }

    /**
     * @param text maybe JSON
     * @return whether it looks like an object or a list
     */
    static boolean looksLike(String text) {
        String t = text.strip();
        return t.startsWith("{") && t.endsWith("}") || t.startsWith("[") && t.endsWith("]");
    }

    /**
     * @param text an object or a list
     * @return it on indented lines, or the text itself when it is none
     */
    static String of(String text) {
        String t = text.strip();
        if (!looksLike(t) || t.length() > LONGEST) {
            return text;
        }
        JsonLines lines = new JsonLines(t);
        return lines.walk() ? lines.out.toString() : text;
    }

    private boolean walk() {
        int i = 0;
        while (i < json.length()) {
            char c = json.charAt(i);
            if (c == '"') {
                int end = stringEnd(i);
                if (end < 0) {
                    return false;
                }
                out.append(json, i, end);
                i = end;
                continue;
            }
            if (!mark(c, i)) {
                return false;
            }
            i++;
        }
        return depth == 0;
    }

    private boolean mark(char c, int i) {
        if (c == '{' || c == '[') {
            out.append(c);
            if (++depth > DEEPEST) {
                return false;
            }
            if (!closes(i + 1)) {
                line();
            }
        } else if (c == '}' || c == ']') {
            boolean empty = out.length() > 0 && "{[".indexOf(out.charAt(out.length() - 1)) >= 0;
            if (--depth < 0) {
                return false;
            }
            if (!empty) {
                line();
            }
            out.append(c);
        } else if (c == ',') {
            out.append(c);
            line();
        } else if (c == ':') {
            out.append(": ");
        } else if (!Character.isWhitespace(c)) {
            out.append(c);
        }
        return true;
    }

    private boolean closes(int from) {
        int i = from;
        while (i < json.length() && Character.isWhitespace(json.charAt(i))) {
            i++;
        }
        return i < json.length() && "}]".indexOf(json.charAt(i)) >= 0;
    }

    private void line() {
        out.append('\n').append("  ".repeat(depth));
    }

    private int stringEnd(int from) {
        for (int i = from + 1; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                return i + 1;
            }
        }
        return -1;
    }
}
