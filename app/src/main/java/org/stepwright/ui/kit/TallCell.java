package org.stepwright.ui.kit;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;

/**
 * A cell of a list whose rows are as tall as their content needs at the list's width.
 *
 * @param <T> the items
 */
public abstract class TallCell<T> extends ListCell<T> {
    /** Room for the scroll bar, kept free whether it is there or not, so that lines do not jump. */
    private static final double BAR = 16;

    private static final double NARROWEST = 200;

    private Region content;

    /**
     * @param list the list that the cell is made for
     */
    protected TallCell(ListView<T> list) {
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setPrefWidth(0);
        list.widthProperty().addListener((o, was, is) -> requestLayout());
    }

    /**
     * @param item what is to be shown
     * @return its content; may be the same node each time
     */
    protected abstract Region content(T item);

    /**
     * @param item what is shown
     * @return what it says to a screen reader
     */
    protected abstract String says(T item);

    @Override
    protected void updateItem(T item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        content = empty || item == null ? null : content(item);
        setGraphic(content);
        setAccessibleText(content == null ? null : says(item));
    }

    private double room() {
        ListView<T> list = getListView();
        double width =
                list == null
                        ? getWidth()
                        : list.getWidth() - list.snappedLeftInset() - list.snappedRightInset();
        return Math.max(NARROWEST, width - BAR - snappedLeftInset() - snappedRightInset());
    }

    @Override
    protected double computePrefHeight(double width) {
        return content == null
                ? super.computePrefHeight(width)
                : snappedTopInset() + content.prefHeight(room()) + snappedBottomInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (content != null) {
            content.resizeRelocate(
                    snappedLeftInset(),
                    snappedTopInset(),
                    room(),
                    getHeight() - snappedTopInset() - snappedBottomInset());
        }
    }
}
