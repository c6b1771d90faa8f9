package org.stepwright.ui.kit;

import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.stepwright.error.Failures;
import org.stepwright.task.TaskHandle;
import org.stepwright.task.TaskRunner;
import org.stepwright.task.Work;

/**
 * The bridge from background work to the UI thread. It knows no toolkit: production passes {@code
 * Platform::runLater}, tests run everything inline, so view models use it freely.
 */
public final class FxTasks {
    private final TaskRunner runner;
    private final Executor queries;
    private final Executor ui;
    private final Function<Throwable, String> sentence;

    /**
     * @param runner runs what the user sees in the list of tasks
     * @param queries runs short reads that nobody needs to see
     * @param ui runs on the UI thread
     * @param sentence makes the plain sentence of a failure and logs its cause
     */
    public FxTasks(
            TaskRunner runner,
            Executor queries,
            Executor ui,
            Function<Throwable, String> sentence) {
        this.runner = Objects.requireNonNull(runner, "runner");
        this.queries = Objects.requireNonNull(queries, "queries");
        this.ui = Objects.requireNonNull(ui, "ui");
        this.sentence = Objects.requireNonNull(sentence, "sentence");
    }

    /**
     * Runs long work as a task with progress and cancel.
     *
     * @param title what the user sees
     * @param work the work, off the UI thread
     * @param done gets the result on the UI thread
     * @param failed gets the plain sentence on the UI thread; not called when the user cancelled
     * @param <T> the result
     * @return the task
     */
    public <T> TaskHandle<T> run(
            String title, Work<T> work, Consumer<T> done, Consumer<String> failed) {
        return run(title, work, done, failed, () -> {});
    }

    /**
     * Like {@link #run(String, Work, Consumer, Consumer)}, and hears of a cancel too.
     *
     * @param title what the user sees
     * @param work the work, off the UI thread
     * @param done gets the result on the UI thread
     * @param failed gets the plain sentence on the UI thread
     * @param cancelled called on the UI thread when the user cancelled
     * @param <T> the result
     * @return the task
     */
    public <T> TaskHandle<T> run(
            String title,
            Work<T> work,
            Consumer<T> done,
            Consumer<String> failed,
            Runnable cancelled) {
        TaskHandle<T> handle = runner.submit(title, work);
        handle.result()
                .whenComplete(
                        (value, failure) -> {
                            if (failure == null) {
                                ui.execute(() -> done.accept(value));
                            } else if (Failures.isCancel(failure)) {
                                ui.execute(cancelled);
                            } else {
                                String why = sentence.apply(failure);
                                ui.execute(() -> failed.accept(why));
                            }
                        });
        return handle;
    }

    /**
     * Runs a short read without a task in the list.
     *
     * @param query the read, off the UI thread
     * @param done gets the result on the UI thread
     * @param failed gets the plain sentence on the UI thread
     * @param <T> the result
     */
    public <T> void query(Callable<T> query, Consumer<T> done, Consumer<String> failed) {
        queries.execute(
                () -> {
                    T value;
                    try {
                        value = query.call();
                    } catch (Throwable e) { // even an error ends the wait, told in one sentence
                        if (!Failures.isCancel(e)) {
                            String why = sentence.apply(e);
                            ui.execute(() -> failed.accept(why));
                        }
                        return;
                    }
                    ui.execute(() -> done.accept(value));
                });
    }

    /**
     * @param action runs on the UI thread, soon
     */
    public void onUi(Runnable action) {
        ui.execute(action);
    }

    /**
     * @param failure what was thrown
     * @return its plain sentence; the cause is logged
     */
    public String sentence(Throwable failure) {
        return sentence.apply(failure);
    }

    /**
     * @return the runner, for lists of tasks
     */
    public TaskRunner runner() {
        return runner;
    }
}
