package org.stepwright.task;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/** Runs tasks on a few daemon threads of its own. */
public final class ThreadTaskRunner implements TaskRunner {
    private static final int THREADS = 4;
    private static final int CLOSE_SECONDS = 10;

    private final Function<Throwable, String> sentence;
    private final TaskList list = new TaskList();
    private final ExecutorService threads;

    /**
     * @param sentence makes the plain sentence of a failure and logs its cause
     */
    public ThreadTaskRunner(Function<Throwable, String> sentence) {
        this.sentence = sentence;
        AtomicInteger number = new AtomicInteger();
        this.threads =
                Executors.newFixedThreadPool(
                        THREADS,
                        run -> {
                            Thread thread = new Thread(run, "task-" + number.incrementAndGet());
                            thread.setDaemon(true);
                            return thread;
                        });
    }

    @Override
    public <T> TaskHandle<T> submit(String title, Work<T> work) {
        TaskHandle<T> handle =
                new TaskHandle<>(title, work, sentence, list::tell, System::nanoTime);
        list.add(handle);
        try {
            threads.execute(handle::run);
        } catch (RejectedExecutionException e) {
            handle.cancel(); // the runner is closed; the task ends as every other one there
        }
        return handle;
    }

    @Override
    public List<TaskHandle<?>> tasks() {
        return list.all();
    }

    @Override
    public void addListener(Consumer<TaskHandle<?>> listener) {
        list.addListener(listener);
    }

    @Override
    public void removeListener(Consumer<TaskHandle<?>> listener) {
        list.removeListener(listener);
    }

    @Override
    public void close() {
        list.all().forEach(TaskHandle::cancel);
        threads.shutdown();
        try {
            threads.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
