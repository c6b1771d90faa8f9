package org.stepwright.ui.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.stepwright.ui.kit.KeyAction;
import org.stepwright.ui.kit.KeyConflict;
import org.stepwright.ui.kit.KeyMap;
import org.stepwright.ui.kit.KeyPress;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Overlay;

/** Asks for a key by having it pressed. A key that is taken changes hands only when told to. */
final class KeyCapture {
    private final Overlay overlay;
    private final Messages texts;

    KeyCapture(Overlay overlay, Messages texts) {
        this.overlay = overlay;
        this.texts = texts;
    }

    /**
     * @param action gets the key
     * @param more beside the keys that it has, not in their place
     * @param map the keys now
     * @param change gets the change that was asked for
     */
    void ask(KeyAction action, boolean more, KeyMap map, Consumer<UnaryOperator<KeyMap>> change) {
        TextField field = new TextField();
        field.setId("key-capture");
        field.setEditable(false);
        field.setPromptText(texts.text("capture.field"));
        field.setAccessibleText(texts.text("capture.field"));
        Label says = Kit.body("");
        says.setId("key-capture-says");
        Button take = Kit.primary(texts.text("capture.take"), () -> {});
        take.setId("key-capture-take");
        Kit.show(take, false);
        Button cancel = Kit.button(texts.text("cancel"), overlay::close);
        Consumer<KeyPress> got =
                key -> {
                    field.setText(key.caps());
                    Optional<KeyConflict> conflict = map.conflict(action.name(), key);
                    boolean mine = conflict.isPresent() && !conflict.get().shell();
                    Kit.show(take, mine);
                    says.setText(conflict.map(this::sentence).orElse(""));
                    if (conflict.isEmpty()) {
                        overlay.close();
                        change.accept(m -> give(m, action, key, more));
                    } else if (mine) {
                        String other = conflict.get().other();
                        take.setOnAction(
                                e -> {
                                    overlay.close();
                                    change.accept(
                                            m -> give(m.without(other, key), action, key, more));
                                });
                        take.requestFocus();
                    }
                };
        field.addEventFilter(KeyEvent.KEY_PRESSED, e -> pressed(e, says, got));
        String title =
                texts.text(more ? "capture.add.title" : "capture.title", words(action.name()));
        overlay.show(
                title,
                new VBox(10, Kit.muted(texts.text("capture.text")), field, says),
                take,
                cancel);
    }

    private void pressed(KeyEvent event, Label says, Consumer<KeyPress> got) {
        boolean leaves = event.getCode() == KeyCode.TAB && !event.isShortcutDown();
        if (leaves || event.getCode() == KeyCode.ESCAPE) {
            return;
        }
        event.consume();
        if (event.isAltDown() && !event.getCode().isModifierKey()) {
            says.setText(texts.text("capture.alt"));
        } else {
            KeyPress.of(event).ifPresent(got);
        }
    }

    private static KeyMap give(KeyMap map, KeyAction action, KeyPress key, boolean more) {
        List<KeyPress> keys = more ? new ArrayList<>(map.keys(action.name())) : new ArrayList<>();
        if (!keys.contains(key)) {
            keys.add(key);
        }
        return map.with(action.name(), keys);
    }

    private String sentence(KeyConflict conflict) {
        return conflict.shell()
                ? texts.text(
                        "capture.shell",
                        conflict.key().caps(),
                        texts.text("shell." + conflict.other()))
                : texts.text("capture.taken", conflict.key().caps(), words(conflict.other()));
    }

    private String words(String action) {
        return texts.text("do." + action);
    }
}
