package org.stepwright.ui.rubrics.versions;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import org.stepwright.ui.kit.Messages;

/** A cell as tall as its line needs at the list's width. */
final class DiffCell extends ListCell<DiffRow> {
    /** Room for the scroll bar, kept free whether it is there or not, so that lines do not jump. */
    private static final double BAR = 16;

    private final Messages texts;
    private final DiffLine line = new DiffLine();

    DiffCell(ListView<DiffRow> list, Messages texts) {
        this.texts = texts;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        list.widthProperty().addListener((o, was, is) -> requestLayout());
    }

    @Override
    protected void updateItem(DiffRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(null);
        if (empty || row == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        line.show(row);
        setGraphic(line);
        setAccessibleText(
                texts.text(
                        "row.says",
                        texts.text("mark." + row.mark()),
                        row.label(),
                        said(row.before()),
                        said(row.after())));
    }

    private String said(String side) {
        return side.isEmpty() ? texts.text("row.nothing") : side;
    }

    private double room() {
        ListView<DiffRow> list = getListView();
        double width =
                list == null
                        ? getWidth()
                        : list.getWidth() - list.snappedLeftInset() - list.snappedRightInset();
        return Math.max(200, width - BAR - snappedLeftInset() - snappedRightInset());
    }

    @Override
    protected double computePrefHeight(double width) {
        if (getGraphic() != line) {
            return super.computePrefHeight(width);
        }
        return snappedTopInset() + line.prefHeight(room()) + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (getGraphic() == line) {
            line.resizeRelocate(
                    snappedLeftInset(),
                    snappedTopInset(),
                    room(),
                    getHeight() - snappedTopInset() - snappedBottomInset());
        }
    }
}
