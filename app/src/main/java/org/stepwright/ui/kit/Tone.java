package org.stepwright.ui.kit;

import java.util.Locale;

/**
 * How a badge, a chip or a banner looks. A colour never stands alone: give a sign or a word too.
 */
public enum Tone {
    /** Nothing special. */
    NEUTRAL,
    /** Here, now, information. */
    ACCENT,
    /** Right, done. */
    SUCCESS,
    /** Look here. */
    WARNING,
    /** Wrong, failed. */
    DANGER,
    /** A spark. */
    SPARK;

    /**
     * @return its style class: {@code tone-accent}, …
     */
    public String styleClass() {
        return "tone-" + name().toLowerCase(Locale.ROOT);
    }
}
