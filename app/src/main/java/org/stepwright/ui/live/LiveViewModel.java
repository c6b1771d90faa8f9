package org.stepwright.ui.live;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.stepwright.app.Runs;
import org.stepwright.prm.RewardModel;
import org.stepwright.prm.RewardModels;
import org.stepwright.prm.live.Connection;
import org.stepwright.prm.live.LiveCall;
import org.stepwright.prm.live.LiveListener;
import org.stepwright.prm.live.LiveModels;
import org.stepwright.prm.live.LiveRequest;
import org.stepwright.prm.live.LiveResult;
import org.stepwright.prm.live.LiveScorer;
import org.stepwright.storage.Workspace;
import org.stepwright.task.TaskHandle;
import org.stepwright.trace.SplitRule;
import org.stepwright.trace.Step;
import org.stepwright.ui.kit.FxTasks;
import org.stepwright.ui.kit.Messages;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

/** What the Live screen shows and does. Used from the UI thread; an answer streams in a task. */
public final class LiveViewModel {
    private static final long LOOK_MILLIS = 50;
    private final Workspace workspace;
    private final LiveModels live;
    private final LiveChoices choices;
    private final FxTasks tasks;
    private final Messages texts;

    private final StringProperty pending = new SimpleStringProperty("");
    private final StringProperty trouble = new SimpleStringProperty("");
    private final ObservableList<LiveStep> steps = FXCollections.observableArrayList();
    private final ObjectProperty<LiveResult> result = new SimpleObjectProperty<>();
    private final ObjectProperty<Double> threshold = new SimpleObjectProperty<>();
    private final ObjectProperty<TaskHandle<?>> running = new SimpleObjectProperty<>();
    private Instant startedAt = Instant.EPOCH;
    private Path answeredWith;
    // An answer's save may end only after the next answer came, so these name the answer.
    private LiveResult saving;
    private LiveResult saved;

    /**
     * @param workspace the open workspace
     * @param live opens connections
     * @param known the connections of the settings, read anew at each load
     * @param tasks background work
     * @param texts the screen's texts
     */
    public LiveViewModel(
            Workspace workspace,
            LiveModels live,
            Supplier<List<Connection>> known,
            FxTasks tasks,
            Messages texts) {
        this.workspace = workspace;
        this.live = live;
        this.choices = new LiveChoices(workspace, live, known, tasks);
        this.tasks = tasks;
        this.texts = texts;
        choices.trouble().addListener((o, before, why) -> trouble.set(why));
    }

    /** Reads connections and the models trained in this workspace. */
    public void load() {
        choices.trouble().set("");
        choices.load();
    }

    /**
     * Sends the prompt; steps appear and are scored as they end.
     *
     * @return what is missing, one plain sentence; empty when it runs
     */
    public Optional<String> run() {
        if (running.get() != null) {
            return Optional.of(texts.text("busy"));
        }
        Optional<String> missing = choices.missing();
        if (missing.isPresent()) {
            return missing.map(texts::text);
        }
        steps.clear();
        pending.set("");
        trouble.set("");
        result.set(null);
        startedAt = Instant.now();
        answeredWith = choices.model().get();
        Connection to = choices.connection().get();
        Path bundle = choices.model().get();
        SplitRule split = choices.rule().get();
        LiveRequest request = LiveRequest.of(choices.prompt().get().strip());
        running.set(
                tasks.run(
                        texts.text("task", to.name()),
                        progress -> stream(to, bundle, split, request, progress),
                        this::ended,
                        this::failed,
                        () -> failed(texts.text("nothing.CANCELLED"))));
        return Optional.empty();
    }

    private LiveResult stream(
            Connection to, Path bundle, SplitRule split, LiveRequest request, Progress progress)
            throws InterruptedException {
        progress.report(0, -1, texts.text("task.waiting"));
        try (RewardModel opened = RewardModels.open(bundle)) {
            tasks.onUi(() -> threshold.set(opened.info().threshold()));
            LiveCall<LiveResult> call =
                    new LiveScorer(opened, split)
                            .run(live.open(to), request, new Listener(progress));
            return await(call, progress);
        }
    }

    /** A cancel is a result of the call: what had arrived is kept and scored. */
    private LiveResult await(LiveCall<LiveResult> call, Progress progress)
            throws InterruptedException {
        boolean asked = false;
        while (true) {
            try {
                return call.result().get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (progress.isCancelled() && !asked) {
                    asked = true;
                    call.cancel();
                }
            } catch (ExecutionException e) {
                throw new WorkFailed(texts.text("unscored"), e);
            }
        }
    }

    private final class Listener implements LiveListener {
        private final Progress progress;

        Listener(Progress progress) {
            this.progress = progress;
        }

        @Override
        public void onText(String chunk) {
            tasks.onUi(() -> pending.set(pending.get() + chunk));
        }

        @Override
        public void onStep(int i, Step s) {
            progress.report(i + 1, -1, texts.text("task.step", i + 1));
            tasks.onUi(
                    () -> {
                        steps.add(LiveStep.waiting(s.text(), s.kind()));
                        pending.set(LiveStep.after(pending.get(), s.text()));
                    });
        }

        @Override
        public void onScore(int i, double reward, double addedMillis) {
            tasks.onUi(() -> steps.set(i, steps.get(i).scored(reward, addedMillis)));
        }

        @Override
        public void onEnd(LiveResult r) {
            // the task's result says the same
        }
    }

    private void ended(LiveResult end) {
        running.set(null);
        pending.set("");
        if (end.trace().steps().isEmpty()) {
            String why = end.answer().trouble(); // nothing to score, save or label
            trouble.set(why.isEmpty() ? texts.text("nothing." + end.answer().ending()) : why);
            return;
        }
        result.set(end);
        trouble.set(end.scoringTrouble().isEmpty() ? end.answer().trouble() : end.scoringTrouble());
    }

    private void failed(String why) {
        running.set(null);
        pending.set("");
        trouble.set(why);
    }

    /** Stops the answer that streams; what arrived is kept. */
    public void cancel() {
        if (running.get() != null) {
            running.get().cancel();
        }
    }

    /**
     * Saves the answer as a trace with its scores, once.
     *
     * @param done called with the trace's id when it is on disk
     */
    public void save(Consumer<String> done) {
        LiveResult end = result.get();
        if (end == null || end == saving) {
            return;
        }
        if (end == saved) {
            done.accept(end.trace().id());
            return;
        }
        saving = end;
        Path bundle = answeredWith;
        Instant asked = startedAt;
        tasks.query(
                () -> {
                    Runs.keepLive(workspace, end, bundle, asked);
                    return end.trace().id();
                },
                id -> {
                    saveEnded(end);
                    if (end == result.get()) {
                        saved = end;
                    }
                    done.accept(id);
                },
                why -> {
                    saveEnded(end);
                    trouble.set(why);
                });
    }

    private void saveEnded(LiveResult end) {
        if (end == saving) {
            saving = null;
        }
    }

    /**
     * @return who is asked, what is asked, who scores
     */
    LiveChoices choices() {
        return choices;
    }

    /**
     * @return what has arrived of the step that is not finished
     */
    public ReadOnlyStringProperty pending() {
        return pending;
    }

    /**
     * @return what went wrong, one plain sentence; empty if nothing
     */
    public StringProperty trouble() {
        return trouble;
    }

    /**
     * @return the finished steps
     */
    ObservableList<LiveStep> steps() {
        return steps;
    }

    /**
     * @return the whole answer; null before it ended
     */
    public ReadOnlyObjectProperty<LiveResult> result() {
        return result;
    }

    /**
     * @return the model's threshold, a reward in [0, 1]; null before a model was opened
     */
    public ReadOnlyObjectProperty<Double> threshold() {
        return threshold;
    }

    /**
     * @return the answer that streams; null when none does
     */
    public ReadOnlyObjectProperty<TaskHandle<?>> running() {
        return running;
    }
}
