package org.stepwright.ui.train;

import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
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
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.label.StepTargets;
import org.stepwright.label.Verdict;
import org.stepwright.prm.train.Recipe;
import org.stepwright.prm.train.TrainOptions;
import org.stepwright.rubric.RubricVersion;
import org.stepwright.storage.Run;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.Workspace;
import org.stepwright.task.TaskHandle;
import org.stepwright.trace.SplitRatios;
import org.stepwright.ui.kit.FxTasks;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

/** What the Train screen shows and does. Used from the UI thread; training is a task. */
public final class TrainViewModel {
    private static final int FEW_TRACES = 200;
    private static final int FEW_ERRORS = 50;

    private final Workspace workspace;
    private final TrainingRuns training;
    private final FxTasks tasks;

    private final ObservableList<Run> runs = FXCollections.observableArrayList();
    private final ObservableList<String> rubrics = FXCollections.observableArrayList();
    private final ObjectProperty<Run> selected = new SimpleObjectProperty<>();
    private final ObjectProperty<TrainingOutcome> outcome = new SimpleObjectProperty<>();
    private final ObjectProperty<DataSummary> summary = new SimpleObjectProperty<>();
    private final ObjectProperty<TaskHandle<?>> running = new SimpleObjectProperty<>();
    private final ObjectProperty<Stand> stand = new SimpleObjectProperty<>(Stand.WAITING);
    private final StringProperty trouble = new SimpleStringProperty("");
    private final StringProperty filterTrouble = new SimpleStringProperty("");
    private final ObjectProperty<Recipe> recipe = new SimpleObjectProperty<>(Recipe.SIGNALS);
    private final ObjectProperty<NeutralPolicy> neutral =
            new SimpleObjectProperty<>(NeutralPolicy.CORRECT);
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty where = new SimpleStringProperty("");
    private final StringProperty seed = new SimpleStringProperty("42");
    private final StringProperty rubric = new SimpleStringProperty("");
    private Runnable finished = () -> {};

    /**
     * What would be trained on.
     *
     * @param traces traces with at least one verdict
     * @param steps steps with a verdict
     * @param wrong steps that are wrong
     */
    public record DataSummary(long traces, long steps, long wrong) {
        /**
         * @return whether there is too little to expect a useful model
         */
        public boolean few() {
            return traces < FEW_TRACES || wrong < FEW_ERRORS;
        }
    }

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
     */
    public TrainViewModel(Workspace workspace, TrainingRuns training, FxTasks tasks) {
        this.workspace = workspace;
        this.training = training;
        this.tasks = tasks;
        selected.addListener((o, before, run) -> read(run));
        where.addListener((o, before, after) -> summarise());
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
        tasks.query(
                () ->
                        workspace.rubrics().list().stream()
                                .flatMap(h -> workspace.rubrics().versions(h.rubricId()).stream())
                                .map(RubricVersion::key)
                                .toList(),
                rubrics::setAll,
                trouble::set);
        summarise();
    }

    private void showRuns(List<Run> found) {
        String keep = selected.get() == null ? "" : selected.get().id();
        runs.setAll(found);
        selected.set(
                found.stream()
                        .filter(r -> r.id().equals(keep))
                        .findFirst()
                        .orElse(found.isEmpty() ? null : found.get(0)));
        if (name.get().isBlank()) {
            name.set(recipe.get().id() + "-" + (found.size() + 1));
        }
    }

    private void summarise() {
        String filter = where.get();
        tasks.query(
                () -> count(TraceFilter.parse(filter)),
                counted -> summarised(filter, counted, ""),
                why -> summarised(filter, null, why));
    }

    private void summarised(String filter, DataSummary counted, String why) {
        if (filter.equals(where.get())) {
            summary.set(counted);
            filterTrouble.set(why);
        }
    }

    private DataSummary count(TraceFilter filter) {
        long[] sums = new long[3];
        workspace.traces().forEach(filter, row -> add(row, sums));
        return new DataSummary(sums[0], sums[1], sums[2]);
    }

    private static void add(LabelledTrace row, long[] sums) {
        List<Verdict> verdicts = StepTargets.of(row).verdicts();
        long labelled = verdicts.stream().filter(v -> v != null).count();
        sums[0] += labelled > 0 ? 1 : 0;
        sums[1] += labelled;
        sums[2] += verdicts.stream().filter(v -> v == Verdict.WRONG).count();
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
            return Optional.of("A run is under way; wait for it or cancel it first.");
        }
        TrainOptions options;
        TraceFilter filter;
        try {
            options =
                    new TrainOptions(
                            recipe.get(),
                            Long.parseLong(seed.get().strip()),
                            neutral.get(),
                            SplitRatios.DEFAULT,
                            Math.max(1, Runtime.getRuntime().availableProcessors()),
                            name.get().strip(),
                            rubric.get());
            filter = TraceFilter.parse(where.get());
        } catch (NumberFormatException e) {
            return Optional.of("The seed is a whole number, such as 42.");
        } catch (IllegalArgumentException | WorkFailed e) {
            return Optional.of(e.getMessage());
        }
        Path out = freeFile(options.name());
        trouble.set("");
        stand.set(Stand.WAITING);
        name.set("");
        TaskHandle<Run> task =
                tasks.run(
                        "Train " + options.name(),
                        progress ->
                                training.train(filter, options, out, this::begun, told(progress)),
                        this::ended,
                        this::failed,
                        () -> failed(""));
        // a runner may have done it all before it returned
        running.set(task.state().isFinal() ? null : task);
        return Optional.empty();
    }

    private void begun(Run run) {
        tasks.onUi(
                () -> {
                    runs.add(0, run);
                    selected.set(run);
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

    private Path freeFile(String title) {
        Path folder = TrainingRuns.modelFolder(workspace.file());
        String base =
                Normalizer.normalize(title, Normalizer.Form.NFKD)
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^-+|-+$", "");
        String stem = base.isEmpty() ? "model" : base;
        Path file = folder.resolve(stem + ".prm");
        for (int n = 2; Files.exists(file); n++) {
            file = folder.resolve(stem + "-" + n + ".prm");
        }
        return file;
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
     * @return what is wrong with the filter of a new run, one plain sentence; empty if nothing
     */
    public StringProperty filterTrouble() {
        return filterTrouble;
    }

    /**
     * @return the runs, the latest first
     */
    public ObservableList<Run> runs() {
        return runs;
    }

    /**
     * @return keys of the published rubric versions
     */
    public ObservableList<String> rubrics() {
        return rubrics;
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
     * @return what a new run would train on; null when not known
     */
    public ReadOnlyObjectProperty<DataSummary> summary() {
        return summary;
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

    /**
     * @return the recipe of a new run
     */
    public ObjectProperty<Recipe> recipe() {
        return recipe;
    }

    /**
     * @return what neutral becomes in a new run
     */
    public ObjectProperty<NeutralPolicy> neutral() {
        return neutral;
    }

    /**
     * @return the name of a new run's model
     */
    public StringProperty name() {
        return name;
    }

    /**
     * @return which traces a new run takes
     */
    public StringProperty where() {
        return where;
    }

    /**
     * @return the seed of a new run
     */
    public StringProperty seed() {
        return seed;
    }

    /**
     * @return the rubric version of a new run; empty for none
     */
    public StringProperty rubric() {
        return rubric;
    }
}
