package org.stepwright.ui.kit;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;

/**
 * One screen of the window. Made once for an open workspace and kept until that is closed; every
 * method is called on the UI thread.
 */
public interface Screen {
    /**
     * @return the screen's id, the same as its factory's: {@code home}, {@code label}, …
     */
    String id();

    /**
     * @return its content; always the same node
     */
    Node node();

    /** The screen came into sight. Load here, in the background. */
    void shown();

    /** The screen went out of sight. Stop here what only feeds the eye. */
    void hidden();

    /**
     * @return the keys that work here, for the overlay that {@code ?} opens
     */
    List<KeyHint> keyHints();

    /**
     * Someone asked for a certain thing on this screen, such as a trace; called after {@link
     * #shown()}.
     *
     * @param target what, in the screen's own terms: a trace's id for Label, a run's id for Train
     */
    default void open(String target) {
        // most screens have nothing to point at
    }

    /**
     * @return what the status bar shows at the left while this screen is in sight, or null
     */
    default Node status() {
        return null;
    }

    /**
     * @return commands that the search field offers while this screen is in sight
     */
    default List<Command> commands() {
        return List.of();
    }

    /**
     * A key was pressed while this screen is in sight, wherever the focus is, text fields included.
     *
     * @param event the press; look at its target before taking plain letters
     * @return whether the screen took it
     */
    default boolean key(KeyEvent event) {
        return false;
    }

    /**
     * Asked before the workspace closes.
     *
     * @return what would be lost then; empty when all is on the disk
     */
    default Optional<Unsaved> unsaved() {
        return Optional.empty();
    }

    /** The workspace closes: drop listeners. */
    default void closed() {
        // most screens hold nothing
    }
}
