package org.stepwright.ui.kit;

import java.util.Objects;

/**
 * Something that the search field can do.
 *
 * @param title what it does, in the user's language
 * @param keys its keys, or empty
 * @param action does it; called on the UI thread
 */
public record Command(String title, String keys, Runnable action) {
    /** Validates. */
    public Command {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(keys, "keys");
        Objects.requireNonNull(action, "action");
    }
}
