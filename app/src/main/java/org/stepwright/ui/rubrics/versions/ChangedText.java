package org.stepwright.ui.rubrics.versions;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.VBox;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.MarkedText;
import org.stepwright.ui.kit.Sheets;
import org.stepwright.ui.rubrics.versions.DiffRow.Piece;

/** A text as it was and under it as it becomes, the changed words marked. */
public final class ChangedText extends VBox {
    private final MarkedText before = new MarkedText();
    private final MarkedText after = new MarkedText();

    /** Empty. */
    public ChangedText() {
        super(3);
        Sheets.add(this, "rubrics-versions");
        before.getStyleClass().addAll("diff-side", "diff-left", "changed-old");
        after.getStyleClass().addAll("diff-side", "diff-right", "changed-new");
        getChildren().addAll(before, after);
    }

    /**
     * @param was the older text; empty when there was none
     * @param is the newer text; empty when it goes
     */
    public void show(String was, String is) {
        boolean both = !was.isEmpty() && !is.isEmpty();
        WordDiff diff = both ? WordDiff.of(was, is) : null;
        before.show(was, both ? marks(diff.left(), "diff-word-old") : List.of());
        after.show(is, both ? marks(diff.right(), "diff-word-new") : List.of());
        Kit.show(before, !was.isEmpty());
        Kit.show(after, !is.isEmpty());
    }

    /** A mark behind blanks says nothing, so each begins and ends with a word. */
    static List<MarkedText.Mark> marks(List<Piece> pieces, String style) {
        List<MarkedText.Mark> marks = new ArrayList<>();
        int at = 0;
        for (Piece piece : pieces) {
            String words = piece.text().strip();
            if (piece.changed() && !words.isEmpty()) {
                int start = at + piece.text().indexOf(words);
                marks.add(new MarkedText.Mark(start, start + words.length(), style));
            }
            at += piece.text().length();
        }
        return marks;
    }
}
