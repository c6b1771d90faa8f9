package org.stepwright.ui.settings;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.stepwright.ui.kit.ActionKeys;
import org.stepwright.ui.kit.KeyAction;
import org.stepwright.ui.kit.KeyConflict;
import org.stepwright.ui.kit.KeyPress;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.TallCell;
import org.stepwright.ui.kit.Tone;

/** An action with its keys; the first of a group has the group's name above it. */
final class KeyCell extends TallCell<KeyAction> {
    private static final double KEYS_WIDTH = 210;

    private final ActionKeys keys;
    private final List<KeyAction> shown;
    private final Messages texts;

    KeyCell(ListView<KeyAction> list, ActionKeys keys, List<KeyAction> shown, Messages texts) {
        super(list);
        this.keys = keys;
        this.shown = shown;
        this.texts = texts;
    }

    @Override
    protected Region content(KeyAction action) {
        VBox box = new VBox(6);
        int at = shown.indexOf(action);
        if (at == 0 || at > 0 && shown.get(at - 1).group() != action.group()) {
            box.getChildren().add(Kit.heading(texts.text("group." + action.group())));
        }
        box.getChildren().add(row(action));
        return box;
    }

    @Override
    protected String says(KeyAction action) {
        List<String> all = new ArrayList<>();
        all.add(texts.text("row.says", texts.text("do." + action.name()), keysOf(action)));
        all.addAll(conflicts(action));
        return String.join(" ", all);
    }

    private List<String> conflicts(KeyAction action) {
        return action.keys().stream()
                .flatMap(k -> keys.map().get().conflict(action.name(), k).stream())
                .map(this::words)
                .toList();
    }

    private HBox row(KeyAction action) {
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
        Label what = Kit.body(texts.text("do." + action.name()));
        what.setMinWidth(0);
        HBox.setHgrow(what, Priority.ALWAYS);
        what.setMaxWidth(Double.MAX_VALUE);
        HBox row = new HBox(12, caps, what);
        row.setAlignment(Pos.CENTER_LEFT);
        conflicts(action).forEach(c -> row.getChildren().add(badge(c, Tone.DANGER)));
        if (keys.map().get().changed(action.name())) {
            row.getChildren().add(badge(texts.text("changed"), Tone.ACCENT));
        }
        return row;
    }

    private static Label badge(String text, Tone tone) {
        Label badge = Kit.badge(text, tone);
        badge.setMinWidth(Region.USE_PREF_SIZE);
        return badge;
    }

    private String keysOf(KeyAction action) {
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
