package org.stepwright.ui.train;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;

/** Cards side by side where there is room, one under the other where there is not. */
final class TwoColumns extends GridPane {
    private static final double ROOM = 900;

    private final List<Node> cards = new ArrayList<>();
    private final List<Node> wide = new ArrayList<>();

    TwoColumns() {
        setMinWidth(0); // so that it narrows with the window and sees when to stack its cards
        setHgap(14);
        setVgap(14);
        widthProperty().addListener((o, before, after) -> place());
    }

    void add(Node card) {
        cards.add(card);
        place();
    }

    /** Adds a card that always takes the whole width, under the others. */
    void addWide(Node card) {
        wide.add(card);
        place();
    }

    private void place() {
        int columns = getWidth() >= ROOM ? 2 : 1;
        if (columns == getColumnConstraints().size()
                && getChildren().size() == cards.size() + wide.size()) {
            return;
        }
        getChildren().clear();
        getColumnConstraints().clear();
        for (int i = 0; i < columns; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / columns);
            getColumnConstraints().add(column);
        }
        for (int i = 0; i < cards.size(); i++) {
            add(cards.get(i), i % columns, i / columns);
        }
        int row = (cards.size() + columns - 1) / columns;
        for (Node card : wide) {
            add(card, 0, row++, columns, 1);
        }
    }
}
