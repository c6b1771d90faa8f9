package org.stepwright.ui.kit;

import java.util.Objects;

/**
 * One line of the overlay that shows the keys of a screen.
 *
 * @param keys the keys as printed on them, several separated by a space: {@code Ctrl Z}
 * @param what what they do, in the user's language
 */
public record KeyHint(String keys, String what) {
    /** Validates. */
    public KeyHint {
        Objects.requireNonNull(keys, "keys");
        Objects.requireNonNull(what, "what");
    }
}
