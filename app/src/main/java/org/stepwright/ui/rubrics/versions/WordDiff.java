package org.stepwright.ui.rubrics.versions;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import java.util.ArrayList;
import java.util.List;
import org.stepwright.ui.rubrics.versions.DiffRow.Piece;

/** Tells which words of two texts differ. */
final class WordDiff {
    /** Longer texts than this are shown as changed in whole; nobody compares them by words. */
    private static final int MOST_WORDS = 6000;

    private final List<Piece> left = new ArrayList<>();
    private final List<Piece> right = new ArrayList<>();

    private WordDiff() {}

    /** Both texts in pieces; put together again they are the texts. */
    static WordDiff of(String before, String after) {
        WordDiff diff = new WordDiff();
        if (before.equals(after)) {
            add(diff.left, before, false);
            add(diff.right, after, false);
            return diff;
        }
        List<String> old = words(before);
        List<String> now = words(after);
        if (old.size() + now.size() > MOST_WORDS) {
            add(diff.left, before, true);
            add(diff.right, after, true);
            return diff;
        }
        var patch = DiffUtils.diff(old, now, new MyersDiffWithLinearSpace<String>(), null, true);
        for (AbstractDelta<String> delta : patch.getDeltas()) {
            boolean changed = delta.getType() != DeltaType.EQUAL;
            String was = String.join("", delta.getSource().getLines());
            String is = String.join("", delta.getTarget().getLines());
            add(diff.left, was, changed);
            add(diff.right, is, changed);
        }
        return diff;
    }

    List<Piece> left() {
        return joined(left);
    }

    List<Piece> right() {
        return joined(right);
    }

    /** A space between two changed words reads as changed too: one mark instead of two. */
    private static List<Piece> joined(List<Piece> pieces) {
        List<Piece> joined = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++) {
            Piece piece = pieces.get(i);
            boolean between =
                    i > 0
                            && i < pieces.size() - 1
                            && pieces.get(i - 1).changed()
                            && pieces.get(i + 1).changed()
                            && piece.text().isBlank();
            boolean changed = piece.changed() || between;
            int last = joined.size() - 1;
            if (last >= 0 && joined.get(last).changed() == changed) {
                joined.set(last, new Piece(joined.get(last).text() + piece.text(), changed));
            } else {
                joined.add(new Piece(piece.text(), changed));
            }
        }
        return joined;
    }

    private static void add(List<Piece> pieces, String text, boolean changed) {
        if (!text.isEmpty()) {
            pieces.add(new Piece(text, changed));
        }
    }

    /** Words, single other signs, and blanks between them. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= text.length(); i++) {
            if (i == text.length()
                    || kind(text.charAt(i)) != kind(text.charAt(i - 1))
                    || kind(text.charAt(i)) == 2) {
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
