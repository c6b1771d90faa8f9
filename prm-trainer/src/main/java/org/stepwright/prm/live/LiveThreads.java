package org.stepwright.prm.live;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of live calls: all daemons, so that an application can end while a stream is open.
 *
 * @param workers as many as there are streams; idle ones go away
 * @param clock one thread that wakes the workers
 */
record LiveThreads(ExecutorService workers, ScheduledExecutorService clock) {
    static LiveThreads start() {
        return new LiveThreads(
                Executors.newCachedThreadPool(daemons("live")),
                Executors.newSingleThreadScheduledExecutor(daemons("live-clock")));
    }

    Later later() {
        return Later.on(clock, workers);
    }

    private static ThreadFactory daemons(String name) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
