package org.stepwright.task;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** Runs each task at once on the calling thread. */
public final class InlineTaskRunner implements TaskRunner {
    private final Function<Throwable, String> sentence;
    private final TaskList list = new TaskList();

    /**
     * @param sentence makes the plain sentence of a failure and logs its cause
     */
    public InlineTaskRunner(Function<Throwable, String> sentence) {
        this.sentence = sentence;
    }

    @Override
    public <T> TaskHandle<T> submit(String title, Work<T> work) {
        TaskHandle<T> handle =
                new TaskHandle<>(title, work, sentence, list::tell, System::nanoTime);
        list.add(handle);
        handle.run();
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
    }
}
