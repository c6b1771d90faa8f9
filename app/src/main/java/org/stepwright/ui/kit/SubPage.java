package org.stepwright.ui.kit;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/**
 * A view that takes the whole of a screen until one goes back, such as a diff or a gallery. Made
 * once and kept, so that what was chosen and typed is there when it opens again. Every method is
 * called on the UI thread.
 */
public interface SubPage {
    /**
     * @return its title as it reads now
     */
    String title();

    /**
     * @return its content under the title; always the same node
     */
    Node node();

    /**
     * @return buttons and choices at the right of the title; the same nodes each time
     */
    default List<Node> actions() {
        return List.of();
    }

    /**
     * It came into sight. Load here, in the background, and give the focus to what is used first.
     */
    void shown();

    /** It went out of sight. */
    default void hidden() {
        // most views hold nothing that runs
    }

    /**
     * @return the keys that work here besides Esc
     */
    default List<KeyHint> keyHints() {
        return List.of();
    }

    /**
     * A key was pressed while this page is in sight, wherever the focus is, text fields included.
     *
     * @param event the press
     * @return whether the page took it
     */
    default boolean key(KeyEvent event) {
        return false;
    }
}
