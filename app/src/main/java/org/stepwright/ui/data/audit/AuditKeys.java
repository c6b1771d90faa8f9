package org.stepwright.ui.data.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.stepwright.ui.kit.KeyHint;
import org.stepwright.ui.kit.KeyPress;
import org.stepwright.ui.kit.Messages;

/** The keys of the findings. Plain letters do nothing while somebody types. */
final class AuditKeys {
    /** What a key does. */
    enum Action {
        /** Sets the traces of the selected findings aside. */
        ASIDE(KeyPress.of(KeyCode.A)),
        /** Sets the other trace aside. */
        OTHER_ASIDE(KeyPress.of(KeyCode.O)),
        /** Takes the suggested verdict as a decision. */
        DECIDE(KeyPress.of(KeyCode.V)),
        /** Sends the trace to Review. */
        REVIEW(KeyPress.of(KeyCode.R)),
        /** Says that it is none. */
        DISMISS(KeyPress.of(KeyCode.D)),
        /** Opens the trace on the Label screen. */
        OPEN(KeyPress.of(KeyCode.ENTER)),
        /** Sets all open findings of the list aside. */
        ALL_ASIDE(new KeyPress(KeyCode.A, false, true)),
        /** Goes to the next finding. */
        DOWN(KeyPress.of(KeyCode.J)),
        /** Goes to the one before. */
        UP(KeyPress.of(KeyCode.K)),
        /** Goes to the next kind. */
        NEXT_KIND(KeyPress.of(KeyCode.PAGE_DOWN)),
        /** Goes to the kind before. */
        KIND_BEFORE(KeyPress.of(KeyCode.PAGE_UP)),
        /** Goes to the filter. */
        FILTER(KeyPress.of(KeyCode.SLASH)),
        /** Undoes. */
        UNDO(new KeyPress(KeyCode.Z, true, false)),
        /** Does again. */
        REDO(new KeyPress(KeyCode.Z, true, true));

        private final KeyPress press;

        Action(KeyPress press) {
            this.press = press;
        }

        String cap() {
            return press.caps();
        }
    }

    private AuditKeys() {}

    /** What a key does here; empty where it belongs to who types or to somebody else. */
    static Optional<Action> of(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextInputControl;
        boolean pressing =
                event.getTarget() instanceof ButtonBase && event.getCode() == KeyCode.ENTER;
        return KeyPress.of(event)
                .filter(press -> !pressing)
                .filter(press -> !typing)
                .flatMap(AuditKeys::of);
    }

    private static Optional<Action> of(KeyPress press) {
        if (press.ctrl() && press.code() == KeyCode.Y) {
            return Optional.of(Action.REDO);
        }
        for (Action action : Action.values()) {
            if (action.press.equals(press)) {
                return Optional.of(action);
            }
        }
        return Optional.empty();
    }

    static List<KeyHint> hints(Messages texts) {
        List<KeyHint> hints = new ArrayList<>();
        for (Action action : Action.values()) {
            hints.add(new KeyHint(action.cap(), texts.text("act." + action)));
        }
        return hints;
    }
}
