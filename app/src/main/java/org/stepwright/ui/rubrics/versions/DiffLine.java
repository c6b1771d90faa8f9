package org.stepwright.ui.rubrics.versions;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.stepwright.ui.kit.MarkedText;
import org.stepwright.ui.rubrics.versions.DiffRow.Mark;

/** One line of the diff: its sign, what it is about, the older and the newer text side by side. */
final class DiffLine extends Region {
    private static final double SIGN = 22;
    private static final double LABEL = 148;
    private static final double INDENT = 14;
    private static final double GAP = 8;
    private static final List<PseudoClass> DEPTHS =
            List.of(
                    PseudoClass.getPseudoClass("part"),
                    PseudoClass.getPseudoClass("criterion"),
                    PseudoClass.getPseudoClass("fact"));

    private final Label sign = new Label();
    private final Label label = new Label();
    private final MarkedText left = new MarkedText();
    private final MarkedText right = new MarkedText();
    private int depth;

    DiffLine() {
        getStyleClass().add("diff-line");
        sign.getStyleClass().add("diff-sign");
        label.getStyleClass().add("diff-label");
        label.setWrapText(true);
        left.getStyleClass().addAll("diff-side", "diff-left");
        right.getStyleClass().addAll("diff-side", "diff-right");
        getChildren().addAll(sign, label, left, right);
    }

    void show(DiffRow row) {
        depth = row.depth();
        sign.setText(row.mark().sign());
        label.setText(row.label());
        left.show(row.before(), ChangedText.marks(row.left(), "diff-word-old"));
        right.show(row.after(), ChangedText.marks(row.right(), "diff-word-new"));
        for (Mark mark : Mark.values()) {
            pseudoClassStateChanged(pseudo(mark), mark == row.mark());
        }
        for (int i = 0; i < DEPTHS.size(); i++) {
            boolean heading = row.heading() || i == DEPTHS.size() - 1;
            int shown = row.heading() ? row.depth() : DEPTHS.size() - 1;
            pseudoClassStateChanged(DEPTHS.get(i), heading && i == shown);
        }
        left.pseudoClassStateChanged(PseudoClass.getPseudoClass("nothing"), row.left().isEmpty());
        right.pseudoClassStateChanged(PseudoClass.getPseudoClass("nothing"), row.right().isEmpty());
        requestLayout();
    }

    private static PseudoClass pseudo(Mark mark) {
        return PseudoClass.getPseudoClass(mark.name().toLowerCase(java.util.Locale.ROOT));
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    private double column(double width) {
        Insets in = getInsets();
        return Math.max(40, (width - in.getLeft() - in.getRight() - SIGN - LABEL - 2 * GAP) / 2);
    }

    private double labelWidth() {
        return LABEL - depth * INDENT;
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets in = getInsets();
        double column = column(width);
        double height =
                Math.max(
                        label.prefHeight(labelWidth()),
                        Math.max(left.prefHeight(column), right.prefHeight(column)));
        return snapSizeY(in.getTop() + height + in.getBottom());
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 600;
    }

    @Override
    protected void layoutChildren() {
        Insets in = getInsets();
        double top = in.getTop();
        double column = column(getWidth());
        double height = getHeight() - top - in.getBottom();
        double x = in.getLeft();
        sign.resizeRelocate(x, top, SIGN, sign.prefHeight(SIGN));
        x += SIGN;
        label.resizeRelocate(x + depth * INDENT, top, labelWidth(), label.prefHeight(labelWidth()));
        x += LABEL + GAP;
        left.resizeRelocate(x, top, column, height);
        right.resizeRelocate(x + column + GAP, top, column, height);
    }
}
