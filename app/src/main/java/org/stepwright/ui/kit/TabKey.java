package org.stepwright.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Tab in text areas: it goes to the next field, as in every other field; Ctrl Tab writes a tab. */
public final class TabKey {
    private TabKey() {}

    /**
     * @param area where Tab and Shift Tab shall leave
     */
    public static void leaves(TextArea area) {
        area.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(area, event));
    }

    private static void pressed(TextArea area, KeyEvent event) {
        if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            event.consume();
            Node target = event.isShiftDown() ? area.getParent() : area;
            target.fireEvent(
                    new KeyEvent(
                            KeyEvent.KEY_PRESSED,
                            "",
                            "",
                            KeyCode.TAB,
                            event.isShiftDown(),
                            true,
                            false,
                            false));
        }
    }
}
