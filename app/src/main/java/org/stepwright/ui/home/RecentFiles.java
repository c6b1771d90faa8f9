package org.stepwright.ui.home;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.stepwright.ui.kit.FxTasks;

/** Which workspaces of before are no longer there. Used from the UI thread. */
final class RecentFiles {
    private final FxTasks tasks;
    private final Executor thread;
    private final Predicate<Path> exists;
    private final ObservableSet<Path> gone = FXCollections.observableSet();
    private boolean looking;

    /**
     * @param tasks the way back to the UI thread
     * @param thread looks at files; one on a drive that does not answer holds it up for long
     */
    RecentFiles(FxTasks tasks, Executor thread) {
        this(tasks, thread, Files::exists);
    }

    RecentFiles(FxTasks tasks, Executor thread, Predicate<Path> exists) {
        this.tasks = tasks;
        this.thread = thread;
        this.exists = exists;
    }

    /** Those that were found to be gone. */
    ObservableSet<Path> gone() {
        return gone;
    }

    /** Looks for them all, in the background, unless it is at it already. */
    void look(List<Path> files) {
        if (looking) {
            return;
        }
        looking = true;
        thread.execute(
                () -> {
                    for (Path file : files) {
                        boolean there = exists.test(file);
                        tasks.onUi(() -> found(file, there));
                    }
                    tasks.onUi(() -> looking = false);
                });
    }

    private void found(Path file, boolean there) {
        if (there) {
            gone.remove(file);
        } else {
            gone.add(file);
        }
    }
}
