package org.stepwright.ui.kit;

import java.util.List;
import java.util.Objects;

/**
 * Something that keys can do.
 *
 * @param name its name, as commands know it
 * @param group what it belongs to, for lists of keys
 * @param scope where its keys count
 * @param keys its keys as they come, the first shown on buttons
 */
public record KeyAction(String name, Group group, Scope scope, List<KeyPress> keys) {
    /** What an action is about. */
    public enum Group {
        /** A verdict or a mark on a step. */
        JUDGE,
        /** Something said about a step. */
        SAY,
        /** The steps themselves. */
        STEPS,
        /** The whole trace. */
        TRACE,
        /** Going somewhere. */
        MOVE,
        /** What is in sight. */
        VIEW,
        /** Choosing between two answers. */
        COMPARE
    }

    /** Where the keys of an action count. The same key may do one thing in each. */
    public enum Scope {
        /** Wherever traces are labelled. */
        LABEL,
        /** While two answers are compared; what is not set there is as in LABEL. */
        COMPARE
    }

    /** Copies. */
    public KeyAction {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(group, "group");
        Objects.requireNonNull(scope, "scope");
        keys = List.copyOf(keys);
    }

    /** The same action on other keys. */
    KeyAction on(List<KeyPress> other) {
        return new KeyAction(name, group, scope, other);
    }
}
