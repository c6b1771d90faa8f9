package org.stepwright.ui.prose;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.text.Text;

/**
 * Divides words over several nodes of one flow. A flow shapes the rest of a node anew for every
 * line that it wraps: ten thousand characters of Arabic, Hindi or stacked accents in one node hold
 * the window up for many seconds, in nodes of a few lines they take none. Where the nodes meet
 * nothing shows: directions and line breaks are found in the flow as a whole.
 */
final class Spans {
    /** A few lines. */
    static final int LONGEST = 200;

    /** Below this no character joins others or changes the direction. */
    private static final char SIMPLE = '\u0300';

    private Spans() {}

    /**
     * @param words any text
     * @return nodes that show it one after the other; one node where that is quick
     */
    static List<Text> of(String words) {
        if (words.length() <= LONGEST || words.chars().allMatch(c -> c < SIMPLE)) {
            return List.of(new Text(words));
        }
        List<Text> spans = new ArrayList<>();
        int from = 0;
        while (from < words.length()) {
            int to = end(words, from);
            spans.add(new Text(words.substring(from, to)));
            from = to;
        }
        return spans;
    }

    /** Behind a space if there is one; else not within what is one character to a reader. */
    private static int end(String words, int from) {
        int limit = from + LONGEST;
        if (limit >= words.length()) {
            return words.length();
        }
        int least = from + LONGEST / 2;
        int space = Math.max(words.lastIndexOf(' ', limit - 1), words.lastIndexOf('\n', limit - 1));
        if (space >= least) {
            return space + 1;
        }
        int to = limit;
        while (to > least && joined(words, to)) {
            to--;
        }
        return to > least ? to : limit - (Character.isLowSurrogate(words.charAt(limit)) ? 1 : 0);
    }

    private static boolean joined(String words, int at) {
        char next = words.charAt(at);
        int type = Character.getType(words.codePointAt(at));
        return Character.isLowSurrogate(next)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT
                || Character.getType(words.charAt(at - 1)) == Character.FORMAT;
    }
}
