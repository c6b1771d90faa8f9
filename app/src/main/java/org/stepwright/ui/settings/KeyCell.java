package org.stepwright.ui.settings;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.stepwright.ui.kit.ActionKeys;
import org.stepwright.ui.kit.KeyAction;
import org.stepwright.ui.kit.KeyConflict;
import org.stepwright.ui.kit.KeyPress;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Tone;

/** An action with its keys; the first of a group has the group's name above it. */
final class KeyCell extends ListCell<KeyAction> {
    private static final double KEYS_WIDTH = 250;

    private final ActionKeys keys;
    private final List<KeyAction> shown;
    private final Messages texts;

    KeyCell(ActionKeys keys, List<KeyAction> shown, Messages texts) {
        this.keys = keys;
        this.shown = shown;
        this.texts = texts;
    }

    @Override
    protected void updateItem(KeyAction action, boolean empty) {
        super.updateItem(action, empty);
        setText(null);
        if (empty || action == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        String words = texts.text("do." + action.name());
        List<String> conflicts =
                action.keys().stream()
                        .flatMap(k -> keys.map().get().conflict(action.name(), k).stream())
                        .map(this::words)
                        .toList();
        VBox box = new VBox(6);
        int at = getIndex();
        if (at == 0 || at > 0 && shown.get(at - 1).group() != action.group()) {
            box.getChildren().add(Kit.heading(texts.text("group." + action.group())));
        }
        box.getChildren().add(row(action, words, conflicts));
        setGraphic(box);
        setAccessibleText(
                texts.text("row.says", words, says(action)) + String.join(" ", conflicts));
    }

    private HBox row(KeyAction action, String words, List<String> conflicts) {
        FlowPane caps = new FlowPane(4, 4);
        caps.setPrefWrapLength(KEYS_WIDTH);
        caps.setMinWidth(KEYS_WIDTH);
        caps.setMaxWidth(KEYS_WIDTH);
        for (KeyPress key : action.keys()) {
            HBox together = new HBox(2);
            for (String part : key.caps().split(" ")) {
                together.getChildren().add(Kit.keyCap(part));
            }
            caps.getChildren().add(together);
        }
        if (action.keys().isEmpty()) {
            caps.getChildren().add(Kit.muted(texts.text("none")));
        }
        Label what = Kit.body(words);
        what.setMinWidth(0);
        HBox.setHgrow(what, Priority.ALWAYS);
        what.setMaxWidth(Double.MAX_VALUE);
        HBox row = new HBox(12, caps, what);
        row.setAlignment(Pos.CENTER_LEFT);
        conflicts.forEach(c -> row.getChildren().add(Kit.badge(c, Tone.DANGER)));
        if (keys.map().get().changed(action.name())) {
            row.getChildren().add(Kit.badge(texts.text("changed"), Tone.ACCENT));
        }
        return row;
    }

    private String says(KeyAction action) {
        return action.keys().isEmpty()
                ? texts.text("none")
                : texts.text(
                        "row.keys",
                        String.join(", ", action.keys().stream().map(KeyPress::caps).toList()));
    }

    private String words(KeyConflict conflict) {
        return conflict.shell()
                ? texts.text("conflict.row.shell", texts.text("shell." + conflict.other()))
                : texts.text("conflict.row", texts.text("do." + conflict.other()));
    }
}
