package org.stepwright.ui.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.stepwright.app.TrainingOutcome;
import org.stepwright.app.TrainingRuns;
import org.stepwright.prm.train.TrainOptions;
import org.stepwright.storage.Run;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.Workspace;
import org.stepwright.task.TaskHandle;
import org.stepwright.ui.kit.FxTasks;
import org.stepwright.ui.kit.Messages;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

/** What the Train screen shows and does. Used from the UI thread; training is a task. */
public final class TrainViewModel {
    private final Workspace workspace;
    private final TrainingRuns training;
    private final FxTasks tasks;
    private final Messages texts;
    private final NewRun fresh;

    private final ObservableList<Run> runs = FXCollections.observableArrayList();
    private final ObjectProperty<Run> selected = new SimpleObjectProperty<>();
    private final ObjectProperty<TrainingOutcome> outcome = new SimpleObjectProperty<>();
    private final ObjectProperty<TaskHandle<?>> running = new SimpleObjectProperty<>();
    private final ObjectProperty<Stand> stand = new SimpleObjectProperty<>(Stand.WAITING);
    private final StringProperty trouble = new SimpleStringProperty("");
    private Runnable finished = () -> {};

    /**
     * How far the run under way is.
     *
     * @param fraction in [0, 1]; -1 when not known
     * @param message what it does
     */
    public record Stand(double fraction, String message) {
        static final Stand WAITING = new Stand(-1, "");
    }

    /**
     * @param workspace the open workspace
     * @param training trains and remembers
     * @param tasks background work
     * @param texts the screen's texts
     */
    public TrainViewModel(
            Workspace workspace, TrainingRuns training, FxTasks tasks, Messages texts) {
        this.workspace = workspace;
        this.training = training;
        this.tasks = tasks;
        this.texts = texts;
        this.fresh = new NewRun(workspace, tasks, texts);
        selected.addListener((o, before, run) -> read(run));
    }

    /**
     * @param action called on the UI thread when a run ended
     */
    public void onFinished(Runnable action) {
        finished = action;
    }

    /** Reads runs and what can be chosen. */
    public void load() {
        tasks.query(() -> workspace.runs().list(Run.Kind.TRAIN), this::showRuns, trouble::set);
        fresh.load();
    }

    private void showRuns(List<Run> found) {
        String keep = selected.get() == null ? "" : selected.get().id();
        runs.setAll(found);
        selected.set(
                found.stream()
                        .filter(r -> r.id().equals(keep))
                        .findFirst()
                        .orElse(found.isEmpty() ? null : found.get(0)));
        fresh.suggestName(found.size());
    }

    private void read(Run run) {
        outcome.set(null);
        if (run == null || run.status() != Run.Status.SUCCEEDED) {
            return;
        }
        tasks.query(
                () -> TrainingOutcome.read(run),
                found -> {
                    if (run.equals(selected.get())) {
                        outcome.set(found);
                    }
                },
                trouble::set);
    }

    /**
     * Starts a run as a task.
     *
     * @return why it cannot start, one plain sentence; empty when it did
     */
    public Optional<String> start() {
        if (running.get() != null) {
            return Optional.of(texts.text("busy"));
        }
        TrainOptions options;
        TraceFilter filter;
        try {
            options = fresh.options();
            filter = TraceFilter.parse(fresh.where().get());
        } catch (WorkFailed e) {
            return Optional.of(e.getMessage());
        }
        trouble.set("");
        stand.set(Stand.WAITING);
        fresh.name().set("");
        TaskHandle<Run> task =
                tasks.run(
                        texts.text("task", options.name()),
                        progress -> train(filter, options, progress),
                        this::ended,
                        this::failed,
                        () -> failed(""));
        // a runner may have done it all before it returned
        running.set(task.state().isFinal() ? null : task);
        return Optional.empty();
    }

    private Run train(TraceFilter filter, TrainOptions options, Progress progress) {
        Path out = NewRun.freeFile(workspace.file(), options.name());
        return training.train(filter, options, out, this::begun, told(progress));
    }

    private void begun(Run run) {
        tasks.onUi(
                () -> {
                    runs.add(0, run);
                    selected.set(run);
                    fresh.suggestName(runs.size());
                });
    }

    /** Passes on what the trainer says, to the screen too. */
    private Progress told(Progress progress) {
        return new Progress() {
            @Override
            public void report(long done, long total, String message) {
                progress.report(done, total, message);
                double fraction = total > 0 ? Math.min(1.0, (double) done / total) : -1;
                tasks.onUi(() -> stand.set(new Stand(fraction, message)));
            }

            @Override
            public boolean isCancelled() {
                return progress.isCancelled();
            }
        };
    }

    /** Stops the run under way; nothing is kept of it but that it was stopped. */
    public void cancel() {
        if (running.get() != null) {
            running.get().cancel();
        }
    }

    private void ended(Run run) {
        running.set(null);
        selected.set(run);
        load();
        finished.run();
    }

    private void failed(String why) {
        running.set(null);
        load();
        trouble.set(why);
        finished.run();
    }

    /**
     * @return how far the run under way is
     */
    public ReadOnlyObjectProperty<Stand> stand() {
        return stand;
    }

    /**
     * @return what a new run trains on and how
     */
    NewRun fresh() {
        return fresh;
    }

    /**
     * @return the runs, the latest first
     */
    public ObservableList<Run> runs() {
        return runs;
    }

    /**
     * @return the run that is shown; null for none
     */
    public ObjectProperty<Run> selected() {
        return selected;
    }

    /**
     * @return its results; null when it has none
     */
    public ReadOnlyObjectProperty<TrainingOutcome> outcome() {
        return outcome;
    }

    /**
     * @return the training that runs; null when none does
     */
    public ReadOnlyObjectProperty<TaskHandle<?>> running() {
        return running;
    }

    /**
     * @return what went wrong, one plain sentence; empty if nothing
     */
    public StringProperty trouble() {
        return trouble;
    }
}
