package org.stepwright.ui.kit;

import java.util.Objects;
import java.util.function.Consumer;

/**
 * Work of a screen that is not on the disk and would be lost if the workspace closed now.
 *
 * @param sentence what it is and why it is not saved, for the user
 * @param save tries to save it, in the background; runs what it is given on the UI thread once that
 *     has ended, well or badly
 */
public record Unsaved(String sentence, Consumer<Runnable> save) {
    /** Validates. */
    public Unsaved {
        Objects.requireNonNull(sentence, "sentence");
        Objects.requireNonNull(save, "save");
    }
}
