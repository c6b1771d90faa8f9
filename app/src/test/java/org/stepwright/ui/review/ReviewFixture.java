package org.stepwright.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.stepwright.error.Failures;
import org.stepwright.label.LabelPass;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.storage.Workspace;
import org.stepwright.task.InlineTaskRunner;
import org.stepwright.ui.kit.FxTasks;
import org.stepwright.ui.label.SaveQueue;

/** A view model over a real workspace, with the test's thread as UI thread. */
final class ReviewFixture implements AutoCloseable {
    static final String ME = "rita";

    final BlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();
    final Workspace workspace;
    ReviewViewModel model;

    ReviewFixture(Path folder) {
        workspace = Workspace.create(folder.resolve("w.stepwright"));
    }

    FxTasks tasks() {
        Failures failures = new Failures();
        return new FxTasks(
                new InlineTaskRunner(failures::sentence),
                Runnable::run,
                ui::add,
                failures::sentence);
    }

    /** Starts the view model and waits until a trace is open. */
    void start() {
        load();
        until(() -> model.opened().isOpen());
        drain();
    }

    void load() {
        FxTasks tasks = tasks();
        model =
                new ReviewViewModel(
                        tasks,
                        new WorkspaceReview(workspace),
                        new SaveQueue(tasks, Clock.systemUTC()),
                        ME,
                        Clock.systemUTC());
        model.load();
        drain();
    }

    void until(BooleanSupplier holds) {
        while (!holds.getAsBoolean()) {
            Runnable action;
            try {
                action = ui.poll(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("interrupted", e);
            }
            assertThat(action).as("nothing more came to the UI thread").isNotNull();
            action.run();
        }
    }

    void drain() {
        for (Runnable action = ui.poll(); action != null; action = ui.poll()) {
            action.run();
        }
    }

    /** Waits until everything decided so far is on disk. */
    void saved() {
        until(() -> model.saves().pending().get() == 0);
        drain();
    }

    /** Verdicts decided on a trace on disk: w, n, c, or a dot for none. */
    String decided(String traceId) {
        return letters(workspace.labels().of(traceId, ME, LabelPass.DECISION));
    }

    /** Verdicts of somebody's own labels. */
    String own(String traceId, String name) {
        return letters(workspace.labels().of(traceId, name));
    }

    private static String letters(List<StepLabel> labels) {
        StringBuilder all = new StringBuilder("....");
        labels.stream()
                .filter(l -> l.verdict() != null)
                .forEach(l -> all.setCharAt(l.step(), letter(l.verdict())));
        return all.toString();
    }

    /** Verdicts decided on the open trace as the screen shows them. */
    String shown() {
        StringBuilder all = new StringBuilder();
        model.opened()
                .rows()
                .forEach(r -> all.append(r.verdict() == null ? '.' : letter(r.verdict())));
        return all.toString();
    }

    private static char letter(Verdict verdict) {
        return switch (verdict) {
            case WRONG -> 'w';
            case NEUTRAL -> 'n';
            case CORRECT -> 'c';
        };
    }

    List<String> listed() {
        List<String> ids = new ArrayList<>();
        model.list().items().forEach(i -> ids.add(i.id()));
        return ids;
    }

    @Override
    public void close() {
        workspace.close();
    }
}
