package org.stepwright.ui.shell;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.stepwright.ui.kit.KeyHint;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;

/** Shows the keys of a screen and those that work everywhere. */
final class KeysOverlay {
    private static final double KEYS_WIDTH = 124;

    private static final double COLUMN = 390;

    /** So many keys fit in one column on a small screen. */
    private static final int LONG = 16;

    private final Messages texts = Messages.of("shell");

    Node of(String screenTitle, List<KeyHint> hints) {
        VBox box = new VBox(10);
        box.setId("keys");
        if (!hints.isEmpty()) {
            box.getChildren()
                    .addAll(Kit.heading(texts.text("keys.of", screenTitle)), columns(hints));
        }
        box.getChildren()
                .addAll(
                        Kit.heading(texts.text("keys.everywhere")),
                        grid(
                                List.of(
                                        new KeyHint("Ctrl K", texts.text("keys.search")),
                                        new KeyHint("Ctrl 1…9", texts.text("keys.screens")),
                                        new KeyHint("?", texts.text("keys.help")),
                                        new KeyHint("F11", texts.text("keys.full")),
                                        new KeyHint("Esc", texts.text("keys.close")))));
        ScrollPane scroll = Kit.scroll(box);
        if (hints.size() > LONG) {
            scroll.getStyleClass().add("wide-card");
        }
        return scroll;
    }

    /** Two columns where one would have to be scrolled. */
    private static Node columns(List<KeyHint> hints) {
        if (hints.size() <= LONG) {
            return grid(hints);
        }
        int half = (hints.size() + 1) / 2;
        GridPane left = grid(hints.subList(0, half));
        GridPane right = grid(hints.subList(half, hints.size()));
        HBox both = new HBox(18, left, right);
        for (GridPane grid : List.of(left, right)) {
            HBox.setHgrow(grid, Priority.ALWAYS);
            grid.setMinWidth(0);
            grid.setPrefWidth(COLUMN);
        }
        return both;
    }

    private static GridPane grid(List<KeyHint> hints) {
        GridPane grid = new GridPane();
        grid.setHgap(14);
        grid.setVgap(5);
        grid.getColumnConstraints().add(new ColumnConstraints(KEYS_WIDTH));
        for (int i = 0; i < hints.size(); i++) {
            HBox caps = Kit.row();
            caps.setSpacing(3);
            for (String key : hints.get(i).keys().split(" ")) {
                caps.getChildren().add(Kit.keyCap(key));
            }
            Label what = Kit.body(hints.get(i).what());
            grid.addRow(i, caps, what);
        }
        return grid;
    }
}
