package org.stepwright.ui.rubrics;

import java.util.List;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.stepwright.ui.kit.KeyHint;
import org.stepwright.ui.kit.Messages;

/** The keys of the editor. */
final class RubricKeys {
    /** What the keys do. */
    interface Actions {
        /** Moves the criterion or the stage that is meant, by one place. */
        void move(int by);

        /** Takes the last change back. */
        void undo();

        /** Makes it again. */
        void redo();

        /** Goes to the next finding of lint, or the one before. */
        void finding(int by);

        /** Publishes. */
        void publish();

        /** Compares versions. */
        void diff();

        /** Runs the draft over traces. */
        void tryOut();

        /** Shows or hides the right panel. */
        void panel();

        /** Adds a criterion to what is in sight. */
        void addCriterion();

        /** Closes what is open last; false when nothing is. */
        boolean close();
    }

    private final Actions actions;

    RubricKeys(Actions actions) {
        this.actions = actions;
    }

    /** Whether the key was taken. */
    boolean pressed(KeyEvent event) {
        KeyCode code = event.getCode();
        if (event.isAltDown()) {
            return !event.isShortcutDown() && moved(code);
        }
        if (event.isShortcutDown()) {
            return shortcut(code, event.isShiftDown());
        }
        if (code == KeyCode.F8) {
            actions.finding(event.isShiftDown() ? -1 : 1);
            return true;
        }
        if (code == KeyCode.ESCAPE) {
            return actions.close();
        }
        if (event.getTarget() instanceof TextInputControl || event.isShiftDown()) {
            return false;
        }
        if (code == KeyCode.P) {
            actions.panel();
            return true;
        }
        if (code == KeyCode.C) {
            actions.addCriterion();
            return true;
        }
        return false;
    }

    private boolean moved(KeyCode code) {
        if (code == KeyCode.UP || code == KeyCode.DOWN) {
            actions.move(code == KeyCode.UP ? -1 : 1);
            return true;
        }
        return false;
    }

    private boolean shortcut(KeyCode code, boolean shift) {
        if (code == KeyCode.Z && shift || code == KeyCode.Y) {
            actions.redo();
        } else if (code == KeyCode.Z) {
            actions.undo();
        } else if (code == KeyCode.ENTER) {
            actions.publish();
        } else if (code == KeyCode.D && !shift) {
            actions.diff();
        } else if (code == KeyCode.T && !shift) {
            actions.tryOut();
        } else {
            return false;
        }
        return true;
    }

    static List<KeyHint> hints(Messages texts) {
        return List.of(
                new KeyHint("Enter", texts.text("key.open")),
                new KeyHint("Esc", texts.text("key.close")),
                new KeyHint("C", texts.text("key.add")),
                new KeyHint("Alt ↑", texts.text("key.up")),
                new KeyHint("Alt ↓", texts.text("key.down")),
                new KeyHint("Ctrl Z", texts.text("key.undo")),
                new KeyHint("Ctrl Shift Z", texts.text("key.redo")),
                new KeyHint("Ctrl Y", texts.text("key.redo")),
                new KeyHint("F8", texts.text("key.finding")),
                new KeyHint("Shift F8", texts.text("key.finding.before")),
                new KeyHint("Ctrl D", texts.text("diff")),
                new KeyHint("Ctrl T", texts.text("try")),
                new KeyHint("Ctrl Enter", texts.text("publish")),
                new KeyHint("P", texts.text("key.panel")));
    }
}
