package org.stepwright.task;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tasks of a runner and who listens to them. Safe to call from any thread. */
final class TaskList {
    private static final Logger LOG = LoggerFactory.getLogger(TaskList.class);
    private static final int ENDED_KEPT = 20;

    private final List<TaskHandle<?>> handles = new ArrayList<>();
    private final List<Consumer<TaskHandle<?>>> listeners = new CopyOnWriteArrayList<>();

    void add(TaskHandle<?> handle) {
        synchronized (handles) {
            handles.add(handle);
            long ended = handles.stream().filter(h -> h.state().isFinal()).count();
            for (int i = 0; i < handles.size() && ended > ENDED_KEPT; ) {
                if (handles.get(i).state().isFinal()) {
                    handles.remove(i);
                    ended--;
                } else {
                    i++;
                }
            }
        }
        tell(handle);
    }

    List<TaskHandle<?>> all() {
        synchronized (handles) {
            return List.copyOf(handles);
        }
    }

    void addListener(Consumer<TaskHandle<?>> listener) {
        listeners.add(listener);
    }

    void removeListener(Consumer<TaskHandle<?>> listener) {
        listeners.remove(listener);
    }

    /** Tells every listener; one that throws does not keep the others or the work from going on. */
    void tell(TaskHandle<?> handle) {
        for (Consumer<TaskHandle<?>> listener : listeners) {
            try {
                listener.accept(handle);
            } catch (RuntimeException e) {
                LOG.warn("A listener of tasks failed.", e);
            }
        }
    }
}
