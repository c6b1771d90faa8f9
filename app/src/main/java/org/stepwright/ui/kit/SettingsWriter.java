package org.stepwright.ui.kit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.stepwright.settings.Settings;
import org.stepwright.settings.SettingsStore;

/**
 * Writes changes of the settings in the background, in their order. One that cannot be written is
 * told and given up: it holds until the window closes. Confined to the UI thread.
 */
public final class SettingsWriter {
    private final SettingsStore settings;
    private final FxTasks tasks;
    private final Consumer<String> trouble;
    private final Deque<UnaryOperator<Settings>> waiting = new ArrayDeque<>();
    private boolean busy;

    /**
     * @param settings where they are written
     * @param tasks background work
     * @param trouble gets the plain sentence when a change cannot be written
     */
    public SettingsWriter(SettingsStore settings, FxTasks tasks, Consumer<String> trouble) {
        this.settings = settings;
        this.tasks = tasks;
        this.trouble = trouble;
    }

    /**
     * Writes a change after those before it.
     *
     * @param change what becomes of the settings
     */
    public void update(UnaryOperator<Settings> change) {
        waiting.addLast(change);
        next();
    }

    private void next() {
        if (busy || waiting.isEmpty()) {
            return;
        }
        busy = true;
        UnaryOperator<Settings> change = waiting.removeFirst();
        tasks.query(
                () -> {
                    settings.update(change);
                    return true;
                },
                done -> written(),
                why -> {
                    trouble.accept(why);
                    written();
                });
    }

    private void written() {
        busy = false;
        next();
    }
}
