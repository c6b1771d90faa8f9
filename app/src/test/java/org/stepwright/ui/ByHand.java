package org.stepwright.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.stepwright.error.Failures;
import org.stepwright.task.InlineTaskRunner;
import org.stepwright.task.TaskRunner;
import org.stepwright.task.TaskState;
import org.stepwright.ui.kit.FxTasks;

/**
 * Background work for view models without a toolkit: tasks and queries run on the test's thread,
 * which is the UI thread too. Queries can be held back to see what happens meanwhile.
 */
public final class ByHand {
    private static final int PATIENCE_SECONDS = 30;

    private final BlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();
    private final Deque<Runnable> held = new ArrayDeque<>();
    private final TaskRunner runner;
    private final FxTasks tasks;
    private boolean holding;

    public ByHand() {
        Failures failures = new Failures();
        runner = new InlineTaskRunner(failures::sentence);
        tasks = new FxTasks(runner, this::query, ui::add, failures::sentence);
    }

    private void query(Runnable query) {
        if (holding) {
            held.add(query);
        } else {
            query.run();
        }
    }

    public FxTasks tasks() {
        return tasks;
    }

    /** From now on queries wait for {@link #release}. */
    public void hold() {
        holding = true;
    }

    /** Runs the queries that wait and what they hand to the UI thread, until none is left. */
    public int release() {
        int count = 0;
        while (!held.isEmpty()) {
            held.poll().run();
            count++;
            drain();
        }
        holding = false;
        return count;
    }

    /** Asks every task to stop as soon as it runs. */
    public void cancelWhatStarts() {
        runner.addListener(
                task -> {
                    if (task.state() == TaskState.RUNNING) {
                        task.cancel();
                    }
                });
    }

    /** Runs what was handed to the UI thread. */
    public void drain() {
        for (Runnable action = ui.poll(); action != null; action = ui.poll()) {
            action.run();
        }
    }

    /** Runs what comes to the UI thread until a condition holds. */
    public void until(BooleanSupplier holds) {
        while (!holds.getAsBoolean()) {
            Runnable action;
            try {
                action = ui.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            }
            assertThat(action).as("nothing more came to the UI thread").isNotNull();
            action.run();
        }
    }
}
