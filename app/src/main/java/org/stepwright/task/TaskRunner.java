package org.stepwright.task;

import java.util.List;
import java.util.function.Consumer;

/** Runs long work. Safe to call from any thread. */
public interface TaskRunner extends AutoCloseable {
    /**
     * Takes work in.
     *
     * @param title what the user sees in the list of tasks
     * @param work the work
     * @param <T> what it gives
     * @return the handle of the task
     */
    <T> TaskHandle<T> submit(String title, Work<T> work);

    /**
     * @return the tasks that wait and run and the last few that ended, oldest first
     */
    List<TaskHandle<?>> tasks();

    /**
     * @param listener hears of every new state and, at most some twenty times a second a task, of
     *     progress; called on any thread, returns quickly
     */
    void addListener(Consumer<TaskHandle<?>> listener);

    /**
     * @param listener no longer hears
     */
    void removeListener(Consumer<TaskHandle<?>> listener);

    /** Cancels what waits and runs, and waits a short time for it to end. */
    @Override
    void close();
}
