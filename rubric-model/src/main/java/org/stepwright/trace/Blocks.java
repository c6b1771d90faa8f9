package org.stepwright.trace;

/** Knows, line by line, whether a code block or a LaTeX display is open. */
final class Blocks {
    /** A display that never ends is taken as ended after so many lines. */
    private static final int LONGEST_DISPLAY = 100;

    private String fence = "";
    private boolean brackets;
    private boolean dollars;
    private int environments;
    private int displayLines;

    boolean open() {
        return inFence() || inDisplay();
    }

    boolean inFence() {
        return !fence.isEmpty();
    }

    private boolean inDisplay() {
        return brackets || dollars || environments > 0;
    }

    void line(String line) {
        if (inFence()) {
            if (closesFence(line)) {
                fence = "";
            }
            return;
        }
        if (!inDisplay() && !fenceOf(line).isEmpty()) {
            fence = fenceOf(line);
            return;
        }
        scanDisplay(line);
        displayLines = inDisplay() ? displayLines + 1 : 0;
        if (displayLines > LONGEST_DISPLAY) {
            brackets = false;
            dollars = false;
            environments = 0;
            displayLines = 0;
        }
    }

    static boolean startsBlock(String line) {
        String text = line.strip();
        return !fenceOf(text).isEmpty()
                || text.startsWith("\\[")
                || text.startsWith("$$")
                || text.startsWith("\\begin{");
    }

    private boolean closesFence(String line) {
        String mark = fenceOf(line);
        return mark.length() >= fence.length()
                && mark.charAt(0) == fence.charAt(0)
                && mark.length() == line.strip().length();
    }

    private static String fenceOf(String line) {
        String text = line.stripLeading();
        char mark = text.isEmpty() ? ' ' : text.charAt(0);
        if (mark != '`' && mark != '~') {
            return "";
        }
        int length = 0;
        while (length < text.length() && text.charAt(length) == mark) {
            length++;
        }
        boolean inline = mark == '`' && text.indexOf('`', length) >= 0;
        return length >= 3 && !inline ? text.substring(0, length) : "";
    }

    private void scanDisplay(String line) {
        for (int i = 0; i < line.length() - 1; i++) {
            char c = line.charAt(i);
            if (c == '\\') {
                command(line, i);
                i++;
            } else if (c == '$' && line.charAt(i + 1) == '$') {
                dollars = !dollars;
                i++;
            }
        }
    }

    private void command(String line, int at) {
        char c = line.charAt(at + 1);
        if (c == '[') {
            brackets = true;
        } else if (c == ']') {
            brackets = false;
        } else if (line.startsWith("begin{", at + 1)) {
            environments++;
        } else if (line.startsWith("end{", at + 1)) {
            environments = Math.max(0, environments - 1);
        }
    }
}
