package org.stepwright.ui.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A UI thread without a toolkit: the test's own thread runs what others hand to it. */
final class UiPump implements Executor {
    private static final int PATIENCE_SECONDS = 20;

    private final BlockingQueue<Runnable> actions = new LinkedBlockingQueue<>();

    @Override
    public void execute(Runnable action) {
        actions.add(action);
    }

    /** Runs what comes until a condition holds. */
    void until(BooleanSupplier holds) {
        while (!holds.getAsBoolean()) {
            Runnable action;
            try {
                action = actions.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            }
            assertThat(action).as("nothing more came to the UI thread").isNotNull();
            action.run();
        }
    }

    /** Runs what is there now. */
    void drain() {
        for (Runnable action = actions.poll(); action != null; action = actions.poll()) {
            action.run();
        }
    }
}
