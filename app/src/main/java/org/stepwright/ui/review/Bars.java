package org.stepwright.ui.review;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * Simple bars of shares: a track, a fill, and the figure beside it, as a bar alone tells little.
 */
final class Bars {
    private static final double HEIGHT = 8;
    private static final double FIGURE = 42;

    private Bars() {}

    /**
     * @param name what the bar is of
     * @param share in [0, 1]
     * @param figure the share as people read it
     * @param styleClass of the fill
     * @param nameWidth so that bars of several rows begin at one line
     */
    static HBox row(String name, double share, String figure, String styleClass, double nameWidth) {
        Label label = new Label(name);
        label.setMinWidth(nameWidth);
        label.setPrefWidth(nameWidth);
        label.setMaxWidth(nameWidth);
        Label value = new Label(figure);
        value.getStyleClass().add("muted");
        value.setMinWidth(FIGURE);
        value.setAlignment(Pos.CENTER_RIGHT);
        StackPane track = track(share, styleClass);
        HBox.setHgrow(track, Priority.ALWAYS);
        HBox row = new HBox(8, label, track, value);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setAccessibleText(name + " " + figure);
        return row;
    }

    static StackPane track(double share, String styleClass) {
        Region fill = new Region();
        fill.getStyleClass().addAll("bar-fill", styleClass);
        fill.setMinHeight(HEIGHT);
        fill.setMaxHeight(HEIGHT);
        StackPane track = new StackPane(fill);
        track.setAlignment(Pos.CENTER_LEFT);
        track.getStyleClass().add("bar-track");
        track.setMinHeight(HEIGHT);
        track.setMaxHeight(HEIGHT);
        track.setMinWidth(40);
        double part = Double.isFinite(share) ? Math.max(0, Math.min(1, share)) : 0;
        fill.maxWidthProperty().bind(track.widthProperty().multiply(part));
        return track;
    }
}
