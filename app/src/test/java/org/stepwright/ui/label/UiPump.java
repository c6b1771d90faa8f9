package org.stepwright.ui.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A UI thread without a toolkit: the test's own thread runs what others hand to it. */
final class UiPump implements Executor {
    private static final int PATIENCE_SECONDS = 20;

    private final Thread owner = Thread.currentThread();
    private final BlockingQueue<Runnable> actions = new LinkedBlockingQueue<>();
    private final List<Runnable> late = new ArrayList<>();
    private boolean capturing; // used on the test's thread only

    @Override
    public void execute(Runnable action) {
        if (Thread.currentThread() == owner && capturing) {
            late.add(action);
        } else {
            actions.add(action);
        }
    }

    /** Runs a query at once and holds its answer back, as a slow way to the UI thread does. */
    void answerLate(Runnable query) {
        capturing = true;
        try {
            query.run();
        } finally {
            capturing = false;
        }
    }

    /** The answers that were held back, in the order of their queries; none is left. */
    List<Runnable> late() {
        List<Runnable> answers = new ArrayList<>(late);
        late.clear();
        return answers;
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
