package org.stepwright.ui.kit;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;
import javafx.scene.shape.Path;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** Text that wraps, with coloured marks behind some of its characters. */
public final class MarkedText extends Region {
    /**
     * A stretch of the text.
     *
     * @param start its first character, from 0
     * @param end the character after its last one
     * @param style the style class of what lies behind it
     */
    public record Mark(int start, int end, String style) {
        /** Validates. */
        public Mark {
            if (start < 0 || end < start) {
                throw new IllegalArgumentException("A mark ends after it starts.");
            }
        }
    }

    private final TextFlow flow = new TextFlow();
    private final Text text = new Text();
    private final List<Mark> marks = new ArrayList<>();
    private final List<Path> paths = new ArrayList<>();

    /** Empty text. */
    public MarkedText() {
        getStyleClass().add("marked-text");
        text.getStyleClass().add("marked-words");
        flow.getChildren().add(text);
        getChildren().add(flow);
    }

    /**
     * @param words the text
     * @param marked stretches of it; what lies outside of the text is left out
     */
    public void show(String words, List<Mark> marked) {
        text.setText(words);
        getChildren().removeAll(paths);
        marks.clear();
        paths.clear();
        for (Mark mark : marked) {
            int end = Math.min(mark.end(), words.length());
            if (mark.start() < end) {
                marks.add(new Mark(mark.start(), end, mark.style()));
                Path path = new Path();
                path.setManaged(false);
                path.setStroke(null);
                path.getStyleClass().add(mark.style());
                paths.add(path);
            }
        }
        getChildren().addAll(0, paths);
        requestLayout();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computePrefWidth(double height) {
        Insets in = getInsets();
        return in.getLeft() + flow.prefWidth(-1) + in.getRight();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        Insets in = getInsets();
        double room = width < 0 ? -1 : Math.max(1, width - in.getLeft() - in.getRight());
        return in.getTop() + flow.prefHeight(room) + in.getBottom();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        Insets in = getInsets();
        double room = Math.max(1, getWidth() - in.getLeft() - in.getRight());
        flow.resizeRelocate(in.getLeft(), in.getTop(), room, flow.prefHeight(room));
        flow.layout(); // the shapes below follow from where its lines break
        for (int i = 0; i < marks.size(); i++) {
            Path path = paths.get(i);
            path.getElements().setAll(flow.rangeShape(marks.get(i).start(), marks.get(i).end()));
            path.relocate(0, 0);
            path.setLayoutX(in.getLeft());
            path.setLayoutY(in.getTop());
        }
    }
}
