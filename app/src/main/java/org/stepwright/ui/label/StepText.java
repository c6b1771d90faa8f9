package org.stepwright.ui.label;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/**
 * A little of Markdown: bold, code, and formulas in italics without their delimiters. Everything
 * else stands as it was written. Each mark looks for its end within a bounded stretch, so no text
 * can make it slow.
 */
public final class StepText {
    private static final int LONGEST = 400;
    private static final String[][] MARKS = {
        {"**", "**", "text-strong"},
        {"`", "`", "text-code"},
        {"\\(", "\\)", "text-math"},
        {"\\[", "\\]", "text-math"},
        {"$$", "$$", "text-math"},
        {"$", "$", "text-math"},
    };

    private StepText() {}

    /**
     * @param text what a step says
     * @return its nodes
     */
    public static TextFlow flow(String text) {
        TextFlow flow = new TextFlow(nodes(text).toArray(Node[]::new));
        flow.getStyleClass().add("step-text");
        return flow;
    }

    private static List<Text> nodes(String text) {
        List<Text> nodes = new ArrayList<>();
        StringBuilder plain = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            String[] mark = markAt(text, i);
            int end = mark == null ? -1 : end(text, i, mark);
            if (end < 0) {
                plain.append(text.charAt(i++));
                continue;
            }
            flush(plain, nodes);
            String inside = text.substring(i + mark[0].length(), end);
            boolean math = mark[2].equals("text-math");
            Text marked = new Text(math ? MathSigns.plain(inside) : inside);
            marked.getStyleClass().add(mark[2]);
            nodes.add(marked);
            i = end + mark[1].length();
        }
        flush(plain, nodes);
        return nodes;
    }

    private static String[] markAt(String text, int i) {
        for (String[] mark : MARKS) {
            if (text.startsWith(mark[0], i)) {
                return mark;
            }
        }
        return null;
    }

    /** Where a mark closes on the same paragraph, or -1. A dollar before a space is money. */
    private static int end(String text, int start, String[] mark) {
        int from = start + mark[0].length();
        int end = indexOf(text, mark[1], from, Math.min(text.length(), from + LONGEST));
        if (end <= from) {
            return -1;
        }
        if (mark[0].equals("$") && !formula(text, from, end)) {
            return -1;
        }
        return end;
    }

    /** Where a mark stands before the paragraph and the stretch end, or -1. */
    private static int indexOf(String text, String mark, int from, int limit) {
        for (int i = from; i + mark.length() <= limit; i++) {
            if (text.startsWith(mark, i)) {
                return i;
            }
            if (text.startsWith("\n\n", i)) {
                return -1;
            }
        }
        return -1;
    }

    /** As Pandoc tells formulas from money: no space inside the dollars, no digit after them. */
    private static boolean formula(String text, int from, int end) {
        boolean tight =
                !Character.isWhitespace(text.charAt(from))
                        && !Character.isWhitespace(text.charAt(end - 1));
        boolean digitAfter = end + 1 < text.length() && Character.isDigit(text.charAt(end + 1));
        return tight && !digitAfter;
    }

    private static void flush(StringBuilder plain, List<Text> nodes) {
        if (plain.length() > 0) {
            nodes.add(new Text(plain.toString()));
            plain.setLength(0);
        }
    }
}
