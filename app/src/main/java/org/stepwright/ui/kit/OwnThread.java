package org.stepwright.ui.kit;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A thread of its own for what may hang: a locked keyring, a network drive that is gone. On the
 * threads that all screens share it would keep every screen from opening anything.
 */
public final class OwnThread {
    private static final long IDLE_SECONDS = 5;

    private OwnThread() {}

    /**
     * @param name the thread's name
     * @return runs one thing after another; ends by itself when idle and keeps no program open
     */
    public static Executor named(String name) {
        ThreadPoolExecutor one =
                new ThreadPoolExecutor(
                        1,
                        1,
                        IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        work -> {
                            Thread thread = new Thread(work, name);
                            thread.setDaemon(true);
                            return thread;
                        });
        one.allowCoreThreadTimeOut(true);
        return one;
    }
}
