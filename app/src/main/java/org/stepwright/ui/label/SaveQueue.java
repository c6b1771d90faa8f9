package org.stepwright.ui.label;

import java.time.Clock;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.stepwright.ui.kit.FxTasks;

/**
 * Changes on their way to the disk, in order. "Saved" is said only when the store's future has
 * completed. After a failure the failed change and all later ones wait, in order, until the user
 * retries: so an older change can never overwrite a newer one. Confined to the UI thread.
 */
final class SaveQueue {
    private record Change<T>(Supplier<CompletableFuture<T>> save, Consumer<T> saved) {}

    private final FxTasks tasks;
    private final Clock clock;
    private final Deque<Change<?>> waiting = new ArrayDeque<>();
    private boolean busy;
    private final IntegerProperty pending = new SimpleIntegerProperty();
    private final LongProperty saves = new SimpleLongProperty();
    private final ObjectProperty<LocalTime> savedAt = new SimpleObjectProperty<>();
    private final StringProperty trouble = new SimpleStringProperty("");

    SaveQueue(FxTasks tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * Saves a change after those before it.
     *
     * @param save starts the save and gives its future
     * @param saved called on the UI thread once it is on disk
     */
    <T> void add(Supplier<CompletableFuture<T>> save, Consumer<T> saved) {
        waiting.addLast(new Change<>(save, saved));
        count();
        next();
    }

    /** Tries the failed change again and goes on with the rest. */
    void retry() {
        trouble.set("");
        next();
    }

    private void next() {
        if (busy || waiting.isEmpty() || !trouble.get().isEmpty()) {
            return;
        }
        busy = true;
        start(waiting.peekFirst());
    }

    private <T> void start(Change<T> change) {
        CompletableFuture<T> future;
        try {
            future = change.save().get();
        } catch (RuntimeException e) { // a closed workspace fails at once; it is the same failure
            future = CompletableFuture.failedFuture(e);
        }
        future.whenComplete((value, failure) -> tasks.onUi(() -> ended(change, value, failure)));
    }

    private <T> void ended(Change<T> change, T value, Throwable failure) {
        busy = false;
        if (waiting.isEmpty()) {
            return; // flushed
        }
        if (failure != null) {
            trouble.set(tasks.sentence(failure));
            return;
        }
        waiting.removeFirst();
        count();
        savedAt.set(LocalTime.now(clock));
        change.saved().accept(value);
        saves.set(saves.get() + 1);
        next();
    }

    /** Hands everything that waits to the store at once; the workspace is about to close. */
    void flush() {
        boolean first = busy;
        for (Change<?> change : waiting) {
            if (!first) {
                change.save().get();
            }
            first = false;
        }
        waiting.clear();
    }

    private void count() {
        pending.set(waiting.size());
    }

    /** Changes that are not on disk yet. */
    IntegerProperty pending() {
        return pending;
    }

    /** How many changes reached the disk so far. */
    LongProperty saves() {
        return saves;
    }

    /** When the last change reached the disk; null before the first. */
    ObjectProperty<LocalTime> savedAt() {
        return savedAt;
    }

    /** Why saving stopped; empty while it goes on. */
    StringProperty trouble() {
        return trouble;
    }
}
