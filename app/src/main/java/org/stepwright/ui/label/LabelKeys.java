package org.stepwright.ui.label;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.stepwright.ui.kit.ActionKeys;
import org.stepwright.ui.kit.Command;
import org.stepwright.ui.kit.KeyHint;
import org.stepwright.ui.kit.Messages;

/** The keys of labelling that depend on where the keyboard is, and lists of all of them. */
final class LabelKeys {
    private LabelKeys() {}

    /** Whether a key presses the button that has the focus. */
    static boolean presses(KeyEvent event) {
        return event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE;
    }

    /** Whether a key belongs to the queue while that has the focus. */
    static boolean walksList(KeyEvent event) {
        return switch (event.getCode()) {
            case UP, DOWN, HOME, END, PAGE_UP, PAGE_DOWN, ENTER -> !event.isShortcutDown();
            default -> false;
        };
    }

    static List<KeyHint> hints(ActionKeys keys) {
        Messages texts = Messages.of("keys");
        List<KeyHint> hints = new ArrayList<>(keys.hints(a -> texts.text("do." + a)));
        hints.add(new KeyHint("A S D F", texts.text("do.value")));
        return hints;
    }

    static List<Command> commands(ActionKeys keys, Consumer<String> act) {
        Messages texts = Messages.of("keys");
        return keys.commands(a -> texts.text("do." + a), act);
    }
}
