package org.stepwright.task;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.stepwright.work.Cancelled;
import org.stepwright.work.Pace;
import org.stepwright.work.Progress;

/**
 * A task as its owner sees it. Safe to call from any thread.
 *
 * @param <T> what the work gives
 */
public final class TaskHandle<T> {
    private static final long NOTIFY_EVERY_NANOS = 50_000_000;

    private final String title;
    private final Work<T> work;
    private final Function<Throwable, String> sentence;
    private final Consumer<TaskHandle<?>> listener;
    private final LongSupplier nanoTime;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private final TaskProgress progress = new TaskProgress();

    // Guarded by this.
    private TaskState state = TaskState.SCHEDULED;
    private boolean cancelAsked;
    private double fraction = -1;
    private String message = "";
    private String failure = "";
    private final Pace pace = new Pace();
    private long notifiedNanos;

    TaskHandle(
            String title,
            Work<T> work,
            Function<Throwable, String> sentence,
            Consumer<TaskHandle<?>> listener,
            LongSupplier nanoTime) {
        this.title = Objects.requireNonNull(title, "title");
        this.work = Objects.requireNonNull(work, "work");
        this.sentence = Objects.requireNonNull(sentence, "sentence");
        this.listener = Objects.requireNonNull(listener, "listener");
        this.nanoTime = nanoTime;
    }

    /**
     * @return what the user sees in the list of tasks
     */
    public String title() {
        return title;
    }

    /**
     * @return where it stands
     */
    public synchronized TaskState state() {
        return state;
    }

    /**
     * @return the share that is done, in [0, 1]; -1 when not known
     */
    public synchronized double fraction() {
        return fraction;
    }

    /**
     * @return what is being done now, in the user's words; empty before the first report
     */
    public synchronized String message() {
        return message;
    }

    /**
     * @return a guess at the time left, or null when it cannot be guessed or nothing runs
     */
    public synchronized Duration left() {
        return state == TaskState.RUNNING ? pace.left(nanoTime.getAsLong()) : null;
    }

    /**
     * @return why it failed, one plain sentence; empty unless the state is FAILED
     */
    public synchronized String failure() {
        return failure;
    }

    /**
     * Asks the work to stop. A waiting task is cancelled at once; a running one ends at its next
     * look; an ended one stays as it is.
     */
    public void cancel() {
        synchronized (this) {
            cancelAsked = true;
            if (state != TaskState.SCHEDULED) {
                return;
            }
            move(TaskState.CANCELLED);
        }
        result.cancel(false);
        listener.accept(this);
    }

    /**
     * @return the result; fails with the work's exception when the state is FAILED, and is itself
     *     cancelled when the state is CANCELLED. It ends after the state has moved and before the
     *     listeners hear of it
     */
    public CompletableFuture<T> result() {
        return result;
    }

    /** Does the work on the calling thread, unless it was cancelled before. */
    void run() {
        synchronized (this) {
            if (state != TaskState.SCHEDULED) {
                return;
            }
            move(TaskState.RUNNING);
            pace.starts(nanoTime.getAsLong());
        }
        listener.accept(this);
        try {
            T value = work.run(progress);
            end(TaskState.SUCCEEDED, "");
            result.complete(value);
        } catch (Cancelled e) {
            end(TaskState.CANCELLED, "");
            result.cancel(false);
        } catch (Throwable e) { // whatever ends the work ends the task; nothing may get lost
            end(TaskState.FAILED, sentence.apply(e));
            result.completeExceptionally(e);
        }
        listener.accept(this);
    }

    private synchronized void end(TaskState last, String why) {
        move(last);
        failure = why;
        if (last == TaskState.SUCCEEDED) {
            fraction = 1;
        }
    }

    private void move(TaskState next) {
        if (!state.mayBecome(next)) {
            throw new IllegalStateException("A task cannot go from " + state + " to " + next + ".");
        }
        state = next;
    }

    private final class TaskProgress implements Progress {
        @Override
        public void report(long done, long total, String text) {
            synchronized (TaskHandle.this) {
                if (state != TaskState.RUNNING) {
                    return;
                }
                fraction = total <= 0 ? -1 : Math.max(0, Math.min(1, (double) done / total));
                message = text;
                long now = nanoTime.getAsLong();
                pace.saw(now, done, total);
                if (notifiedNanos != 0 && now - notifiedNanos < NOTIFY_EVERY_NANOS) {
                    return;
                }
                notifiedNanos = now;
            }
            listener.accept(TaskHandle.this);
        }

        @Override
        public boolean isCancelled() {
            synchronized (TaskHandle.this) {
                return cancelAsked;
            }
        }
    }
}
