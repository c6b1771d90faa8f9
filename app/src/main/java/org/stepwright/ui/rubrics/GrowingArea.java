package org.stepwright.ui.rubrics;

import javafx.application.Platform;
import javafx.scene.control.TextArea;
import javafx.scene.text.Text;

/** A text area as high as what is written in it, within bounds; then it scrolls. */
final class GrowingArea extends TextArea {
    /** What the frame, the padding and the caret take of the width. */
    private static final double AROUND = 30;

    private final Text measure = new Text();
    private final int least;
    private final int most;

    /**
     * @param least rows that it always has
     * @param most rows after which it scrolls
     */
    GrowingArea(int least, int most) {
        this.least = least;
        this.most = most;
        setPrefRowCount(least);
        setWrapText(true);
        textProperty().addListener((o, before, after) -> grow());
        fontProperty().addListener((o, before, after) -> grow());
        // Its height cannot change while the width is being laid out.
        widthProperty().addListener((o, before, after) -> Platform.runLater(this::grow));
    }

    private void grow() {
        if (getWidth() <= AROUND) {
            return;
        }
        measure.setFont(getFont());
        measure.setWrappingWidth(0);
        measure.setText("X");
        double line = measure.getLayoutBounds().getHeight();
        measure.setWrappingWidth(getWidth() - AROUND);
        measure.setText(getText().endsWith("\n") ? getText() + "X" : getText());
        int rows = (int) Math.round(measure.getLayoutBounds().getHeight() / line);
        int bounded = Math.max(least, Math.min(most, rows));
        if (bounded != getPrefRowCount()) {
            setPrefRowCount(bounded);
        }
    }
}
