package org.stepwright.ui.kit;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/** One tab of the Data screen. Used from the UI thread. */
public interface DataTab {
    /**
     * @return its name, by which the screen is opened at it
     */
    String id();

    /**
     * @return its title
     */
    String title();

    /**
     * @return what it shows; always the same
     */
    Node node();

    /** It comes to be seen: reads what may have changed meanwhile. */
    void shown();

    /**
     * @param event a key that nothing inside took
     * @return whether it was meant for the tab
     */
    default boolean key(KeyEvent event) {
        return false;
    }

    /**
     * @return its keys, for the list of keys
     */
    default List<KeyHint> keyHints() {
        return List.of();
    }

    /**
     * @return what it can do, for the search box
     */
    default List<Command> commands() {
        return List.of();
    }
}
