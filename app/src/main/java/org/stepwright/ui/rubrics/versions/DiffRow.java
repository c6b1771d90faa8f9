package org.stepwright.ui.rubrics.versions;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * One line of a side-by-side diff.
 *
 * @param depth 0 for a stage or another part of the rubric, 1 for a criterion or a fact of a part,
 *     2 for a fact of a criterion
 * @param heading whether it names a part or a criterion whose facts follow
 * @param mark what happened to it
 * @param stop whether "next change" stops here
 * @param label what the line is about, in the user's words
 * @param left the older text; empty when it was not there
 * @param right the newer text; empty when it is no longer there
 */
record DiffRow(
        int depth,
        boolean heading,
        Mark mark,
        boolean stop,
        String label,
        List<Piece> left,
        List<Piece> right) {
    /** What happened; each has a sign, so that the colour does not stand alone. */
    enum Mark {
        SAME(""),
        ADDED("+"),
        REMOVED("−"),
        CHANGED("≠"),
        MOVED("↕");

        private final String sign;

        Mark(String sign) {
            this.sign = sign;
        }

        String sign() {
            return sign;
        }
    }

    /** A stretch of a text, the same on both sides or not. */
    record Piece(String text, boolean changed) {
        Piece {
            Objects.requireNonNull(text, "text");
        }
    }

    DiffRow {
        Objects.requireNonNull(mark, "mark");
        Objects.requireNonNull(label, "label");
        left = List.copyOf(left);
        right = List.copyOf(right);
    }

    String before() {
        return text(left);
    }

    String after() {
        return text(right);
    }

    private static String text(List<Piece> pieces) {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }
}
