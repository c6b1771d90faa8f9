package org.stepwright.ui.kit;

import javafx.scene.Node;
import javafx.scene.control.Button;

/**
 * A card above the window's content that takes the keyboard: questions and small forms. One at a
 * time. Esc closes it. Call on the UI thread.
 */
public interface Overlay {
    /**
     * Shows a card. The first field of it or else the first button that destroys nothing gets the
     * focus, which Tab does not lead out of the card; Enter in a single-line field fires the first
     * button.
     *
     * @param title the heading
     * @param content the content
     * @param buttons at the bottom right; the caller closes the overlay in their actions
     */
    void show(String title, Node content, Button... buttons);

    /** Closes the card, if one is open; the focus goes back to where it was. */
    void close();

    /**
     * @return whether a card is open
     */
    boolean isOpen();

    /**
     * Asks before something that cannot be undone; the focus is on the button that does nothing.
     *
     * @param title the question
     * @param sentence what will happen
     * @param yes the words on the button that does it
     * @param action does it
     */
    default void ask(String title, String sentence, String yes, Runnable action) {
        Button go =
                Kit.button(
                        yes,
                        () -> {
                            close();
                            action.run();
                        });
        go.getStyleClass().add("danger");
        go.setId("overlay-yes");
        Button no = Kit.button(Messages.of("").text("cancel"), this::close);
        no.setId("overlay-no");
        show(title, Kit.body(sentence), go, no);
    }
}
