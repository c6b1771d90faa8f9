package org.stepwright.cli;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Ctrl-C as a wish that the running command hears between two pieces of work. */
final class CancelSwitch {
    private static final int WAIT_SECONDS = 20;

    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    /** Asks the running command to stop. */
    void cancel() {
        if (!cancelled.getAndSet(true)) {
            listeners.forEach(Runnable::run);
        }
    }

    /**
     * Calls the listener, maybe twice, when someone asks to stop; at once when that has happened.
     */
    void onCancel(Runnable listener) {
        listeners.add(listener);
        if (cancelled.get()) {
            listener.run();
        }
    }

    /**
     * @return whether someone asked to stop
     */
    boolean isCancelled() {
        return cancelled.get();
    }

    /** Says that the command has ended and left everything whole. */
    void end() {
        ended.countDown();
    }

    /**
     * From now on Ctrl-C cancels and waits for the command's end. The Java VM then exits with 130
     * by itself.
     */
    void onCtrlC() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::cancelAndWait, "ctrl-c"));
    }

    private void cancelAndWait() {
        cancel();
        try {
            if (!ended.await(WAIT_SECONDS, TimeUnit.SECONDS)) {
                // Open transactions are rolled back when the workspace is opened again.
                Runtime.getRuntime().halt(ExitCodes.CANCELLED);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
