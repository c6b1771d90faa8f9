package org.stepwright.ui.label;

import java.time.Clock;
import java.time.LocalTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
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
public final class SaveQueue {
    /** Quiet ones are no labels: neither counted nor told as saved. */
    private record Change<T>(
            Supplier<CompletableFuture<T>> save, Consumer<T> saved, boolean quiet) {}

    private final FxTasks tasks;
    private final Clock clock;
    private final Deque<Change<?>> waiting = new ArrayDeque<>();
    private final List<Runnable> settled = new ArrayList<>();
    private volatile Runnable onDisk = () -> {};
    private boolean busy;
    private final IntegerProperty pending = new SimpleIntegerProperty();
    private final LongProperty saves = new SimpleLongProperty();
    private final ObjectProperty<LocalTime> savedAt = new SimpleObjectProperty<>();
    private final StringProperty trouble = new SimpleStringProperty("");

    /**
     * @param tasks hops back to the UI thread and words failures
     * @param clock tells when something was saved
     */
    public SaveQueue(FxTasks tasks, Clock clock) {
        this.tasks = tasks;
        this.clock = clock;
    }

    /**
     * Saves a change after those before it.
     *
     * @param save starts the save and gives its future
     * @param saved called on the UI thread once it is on disk
     */
    public <T> void add(Supplier<CompletableFuture<T>> save, Consumer<T> saved) {
        waiting.addLast(new Change<>(save, saved, false));
        count();
        next();
    }

    /** Saves something that nobody waits for: it is not told as saved. */
    <T> void addQuietly(Supplier<CompletableFuture<T>> save) {
        waiting.addLast(new Change<>(save, done -> {}, true));
        next();
    }

    /** Tries the failed change again and goes on with the rest. */
    public void retry() {
        trouble.set("");
        next();
    }

    /**
     * Tries what failed again and tells when nothing is on its way any more.
     *
     * @param then called once, when all is on disk or saving has stopped at a failure
     */
    public void settle(Runnable then) {
        settled.add(then);
        retry();
        tellSettled();
    }

    /**
     * Tells when nothing is on its way any more, without trying again what failed.
     *
     * @param then as for {@link #settle}; at once when nothing is on its way
     */
    void whenStill(Runnable then) {
        settled.add(then);
        tellSettled();
    }

    private void tellSettled() {
        if (busy) {
            return;
        }
        List<Runnable> heard = List.copyOf(settled);
        settled.clear();
        heard.forEach(Runnable::run);
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
        future.whenComplete(
                (value, failure) -> {
                    if (failure == null) {
                        onDisk.run();
                    }
                    tasks.onUi(() -> ended(change, value, failure));
                });
    }

    private <T> void ended(Change<T> change, T value, Throwable failure) {
        busy = false;
        if (waiting.isEmpty()) {
            return; // flushed
        }
        if (failure != null) {
            trouble.set(tasks.sentence(failure));
            tellSettled();
            return;
        }
        waiting.removeFirst();
        count();
        if (!change.quiet()) {
            savedAt.set(LocalTime.now(clock));
            change.saved().accept(value);
            saves.set(saves.get() + 1);
        }
        next();
        tellSettled();
    }

    /**
     * Hands everything that waits to the store at once; the workspace is about to close. What
     * cannot be saved any more is told to the log only.
     */
    public void flush() {
        boolean started = busy;
        for (Change<?> change : waiting) {
            if (!started) {
                last(change);
            }
            started = false;
        }
        waiting.clear();
    }

    private void last(Change<?> change) {
        try {
            change.save()
                    .get()
                    .whenComplete(
                            (value, failure) -> {
                                if (failure != null) {
                                    tasks.sentence(failure);
                                }
                            });
        } catch (RuntimeException e) { // one that fails must not keep the others from the disk
            tasks.sentence(e);
        }
    }

    private void count() {
        pending.set((int) waiting.stream().filter(c -> !c.quiet()).count());
    }

    /**
     * Hears at once, on a thread of the workspace, that a change is on disk; for tools that
     * measure.
     */
    void onDisk(Runnable listener) {
        onDisk = listener;
    }

    /** Changes that are not on disk yet. */
    public IntegerProperty pending() {
        return pending;
    }

    /** How many changes reached the disk so far. */
    public LongProperty saves() {
        return saves;
    }

    /** When the last change reached the disk; null before the first. */
    public ObjectProperty<LocalTime> savedAt() {
        return savedAt;
    }

    /** Why saving stopped; empty while it goes on. */
    public StringProperty trouble() {
        return trouble;
    }
}
