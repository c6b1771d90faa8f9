package org.stepwright.ui.label;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import org.stepwright.error.Failures;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.Scale;
import org.stepwright.rubric.Stage;
import org.stepwright.score.Aggregation;
import org.stepwright.settings.SettingsStore;
import org.stepwright.storage.Workspace;
import org.stepwright.task.InlineTaskRunner;
import org.stepwright.trace.Trace;
import org.stepwright.ui.kit.FxTasks;
import org.stepwright.ui.kit.RubricChoice;
import org.stepwright.verify.VerifierCatalog;
import org.stepwright.work.WorkFailed;

/** A view model over a real workspace, with the test's thread as UI thread. */
final class LabelFixture implements AutoCloseable {
    static final String ME = "ana";

    final UiPump ui = new UiPump();
    final Path folder;
    Workspace workspace;
    LabelViewModel model;

    LabelFixture(Path folder) {
        this.folder = folder;
        this.workspace = Workspace.create(folder.resolve("w.stepwright"));
    }

    static Trace trace(int i) {
        return Trace.of(
                "t" + i,
                "Problem " + i + ": how many apples?",
                List.of("There are 2 apples.", "2 * 3 = 6.", "6 + 1 = 8.", "So the answer is 8."));
    }

    void addTraces(int count) {
        List<LabelledTrace> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(new LabelledTrace(trace(i), List.of()));
        }
        workspace.traces().add(rows);
    }

    static Rubric rubric() {
        return new Rubric(
                "sums",
                "Sums",
                "",
                List.of(
                        new Stage(
                                "answer",
                                "Answer",
                                "",
                                true,
                                false,
                                List.of("answer"),
                                List.of(criterion("stated", Scale.binary())))),
                List.of(criterion("clear", Scale.ternary())),
                Aggregation.MIN,
                List.of("arithmetic", "logic"));
    }

    private static Criterion criterion(String id, Scale scale) {
        return new Criterion(
                id, "Is it " + id, "", scale, 1, false, Criterion.Judged.VERIFIABLE, null);
    }

    void publishRubric() {
        workspace.rubrics().saveDraft(rubric());
        workspace.rubrics().publish("sums", "first");
    }

    /** Makes orders; none before a test says how. */
    OrderInUse.Ranker ranker = (order, progress) -> {};

    /** The rising clock. */
    LongSupplier nanos = System::nanoTime;

    /** What runs queries from now on: at once, later, or with the answer held back. */
    Executor queries = Runnable::run;

    /** Starts the view model and waits until the first trace is open. */
    void start() {
        start(query -> queries.execute(query));
        ui.until(() -> model.session().current().get() >= 0);
        ui.drain();
    }

    void start(Executor runner) {
        Failures failures = new Failures();
        FxTasks tasks =
                new FxTasks(
                        new InlineTaskRunner(failures::sentence), runner, ui, failures::sentence);
        SettingsStore settings = new SettingsStore(folder.resolve("settings.json"));
        settings.load();
        Clock clock = Clock.systemUTC();
        QueueViewModel queue = new QueueViewModel(tasks, workspace.traces(), ME);
        SaveQueue saves = new SaveQueue(tasks, clock);
        WorkPlan plan =
                new WorkPlan(
                        tasks,
                        workspace,
                        new LabelMemory(settings, workspace.file(), ME),
                        (order, progress) -> ranker.rank(order, progress),
                        queue,
                        saves,
                        ME,
                        clock,
                        nanos);
        model =
                new LabelViewModel(
                        owner ->
                                new Desk(
                                        tasks,
                                        workspace,
                                        plan,
                                        new TraceReader(
                                                workspace, VerifierCatalog.standard(), clock),
                                        new RubricChoice(workspace, settings),
                                        queue,
                                        saves,
                                        ME,
                                        clock,
                                        nanos,
                                        owner));
        model.load();
    }

    /**
     * Lets saving fail until the user retries.
     *
     * @return the disk is well again, and the user has not retried yet
     */
    Runnable fillDisk() {
        boolean[] full = {true};
        model.saves()
                .add(
                        () ->
                                full[0]
                                        ? CompletableFuture.failedFuture(
                                                new WorkFailed("The disk is full."))
                                        : CompletableFuture.completedFuture(""),
                        x -> {});
        ui.drain();
        return () -> full[0] = false;
    }

    /** Closes the workspace and opens it again, as a restart does. */
    void restart() {
        saved();
        workspace.close();
        workspace = Workspace.open(folder.resolve("w.stepwright"));
        start();
    }

    /** Waits until everything typed so far is on disk. */
    void saved() {
        ui.until(() -> model.saves().pending().get() == 0);
        ui.drain();
    }

    String openId() {
        return model.session().trace().get().id();
    }

    /** Verdicts of the open trace on the screen; null where there is none. */
    List<Verdict> shown() {
        List<Verdict> verdicts = new ArrayList<>();
        model.session().rows().forEach(r -> verdicts.add(r.verdict()));
        return verdicts;
    }

    /** Verdicts of a trace on disk, by step. */
    Map<Integer, Verdict> stored(String traceId) {
        Map<Integer, Verdict> verdicts = new java.util.TreeMap<>();
        for (StepLabel label : workspace.labels().of(traceId, ME)) {
            verdicts.put(label.step(), label.verdict());
        }
        return verdicts;
    }

    @Override
    public void close() {
        workspace.close();
    }
}
