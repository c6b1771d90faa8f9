package org.stepwright.ui.data.audit;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.Patch;
import java.util.ArrayList;
import java.util.List;
import org.stepwright.ui.kit.MarkedText;

/**
 * Where two texts differ, word by word.
 *
 * @param left stretches of the first that the second has not
 * @param right stretches of the second that the first has not
 */
record Differing(List<MarkedText.Mark> left, List<MarkedText.Mark> right) {
    /** Longer texts are not compared; nobody reads them word by word. */
    private static final int MOST_WORDS = 4_000;

    private static final String STYLE = "audit-differs";

    static Differing of(String one, String other) {
        if (one.equals(other)) {
            return new Differing(List.of(), List.of());
        }
        List<String> left = words(one);
        List<String> right = words(other);
        if (left.size() + right.size() > MOST_WORDS) {
            return new Differing(whole(one), whole(other));
        }
        Patch<String> patch = DiffUtils.diff(left, right, new MyersDiffWithLinearSpace<>());
        List<MarkedText.Mark> inLeft = new ArrayList<>();
        List<MarkedText.Mark> inRight = new ArrayList<>();
        for (AbstractDelta<String> delta : patch.getDeltas()) {
            mark(left, delta.getSource().getPosition(), delta.getSource().size(), inLeft);
            mark(right, delta.getTarget().getPosition(), delta.getTarget().size(), inRight);
        }
        return new Differing(inLeft, inRight);
    }

    private static List<MarkedText.Mark> whole(String text) {
        return text.isEmpty() ? List.of() : List.of(new MarkedText.Mark(0, text.length(), STYLE));
    }

    private static void mark(
            List<String> words, int first, int count, List<MarkedText.Mark> marks) {
        int start = length(words, 0, first);
        String part = String.join("", words.subList(first, first + count));
        String bare = part.strip();
        if (!bare.isEmpty()) {
            int at = start + part.indexOf(bare);
            marks.add(new MarkedText.Mark(at, at + bare.length(), STYLE));
        }
    }

    private static int length(List<String> words, int from, int to) {
        return words.subList(from, to).stream().mapToInt(String::length).sum();
    }

    /** Words, blanks and single other signs; put together again they are the text. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= text.length(); i++) {
            boolean ends =
                    i == text.length()
                            || kind(text.charAt(i)) != kind(text.charAt(i - 1))
                            || kind(text.charAt(i)) == 2;
            if (ends) {
                words.add(text.substring(start, i));
                start = i;
            }
        }
        return words;
    }

    private static int kind(char c) {
        if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
            return 0;
        }
        return Character.isWhitespace(c) ? 1 : 2;
    }
}
