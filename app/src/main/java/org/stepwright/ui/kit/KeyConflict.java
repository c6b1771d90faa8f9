package org.stepwright.ui.kit;

import java.util.Objects;

/**
 * A key that should do two things in one place. The first of two actions in the list gets it; the
 * window comes before any action.
 *
 * @param key the key
 * @param action one action
 * @param other the other action or, for the window's own key, the name of what it does there
 * @param shell whether the other is the window itself
 */
public record KeyConflict(KeyPress key, String action, String other, boolean shell) {
    /** Validates. */
    public KeyConflict {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(other, "other");
    }
}
