package org.stepwright.ui.shell;

import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.scene.Scene;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.stepwright.ui.kit.Appearance;
import org.stepwright.ui.kit.Screen;

/** The keys that work everywhere; what is left goes to the screen in sight. */
final class ShellKeys {
    private final Shell shell;
    private final Stage stage;
    private final OverlayLayer overlay;
    private final SearchBox search;
    private final TaskChips tasks;
    private final BooleanSupplier dismiss;
    private boolean tookPress;

    /**
     * @param dismiss takes a sentence of the window away; false when there is none
     */
    ShellKeys(
            Shell shell,
            Stage stage,
            OverlayLayer overlay,
            SearchBox search,
            TaskChips tasks,
            BooleanSupplier dismiss) {
        this.dismiss = dismiss;
        this.shell = shell;
        this.stage = stage;
        this.overlay = overlay;
        this.search = search;
        this.tasks = tasks;
    }

    void listen(Scene scene) {
        scene.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    tookPress = pressed(e);
                    if (tookPress) {
                        e.consume();
                    }
                });
        // A key that moved the focus into a text field must not write its letter there.
        scene.addEventFilter(
                KeyEvent.KEY_TYPED,
                e -> {
                    if (tookPress) {
                        e.consume();
                    }
                });
    }

    private boolean pressed(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextInputControl;
        boolean help = isHelp(event) && !typing;
        boolean escape = event.getCode() == KeyCode.ESCAPE;
        if (event.getCode() == KeyCode.F11) {
            stage.setFullScreen(!stage.isFullScreen());
            return true;
        }
        if (overlay.isOpen()) {
            if (help || escape) {
                overlay.close();
            }
            return help || escape;
        }
        // AltGr arrives as Ctrl+Alt on Windows; with it people type letters.
        boolean shortcut = event.isShortcutDown() && !event.isAltDown();
        if (shortcut && event.getCode() == KeyCode.K) {
            search.focus();
            return true;
        }
        if (shortcut && textSize(event.getCode())) {
            return true;
        }
        if (shortcut && event.getCode().isDigitKey()) {
            return goToNumber(event.getCode().ordinal() - KeyCode.DIGIT0.ordinal());
        }
        if (help) {
            shell.toggleKeys();
            return true;
        }
        if (escape && tasks.list().isVisible()) {
            tasks.toggle();
            return true;
        }
        Screen current = shell.current();
        if (search.field().isFocused()) {
            return false;
        }
        return current != null && current.key(event) || escape && !typing && dismiss.getAsBoolean();
    }

    private static boolean isHelp(KeyEvent event) {
        return "?".equals(event.getText())
                || event.isShiftDown() && event.getCode() == KeyCode.SLASH;
    }

    private boolean textSize(KeyCode code) {
        switch (code) {
            case PLUS, EQUALS, ADD -> shell.stepTextSize(1);
            case MINUS, SUBTRACT -> shell.stepTextSize(-1);
            case DIGIT0, NUMPAD0 -> shell.textSize(Appearance.TEXT_SIZES.get(0));
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean goToNumber(int number) {
        List<String> reachable = shell.reachable();
        if (number < 1 || number > reachable.size()) {
            return false;
        }
        shell.show(reachable.get(number - 1));
        return true;
    }
}
