package org.stepwright.ui.live;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.stepwright.app.Runs;
import org.stepwright.prm.RewardModel;
import org.stepwright.prm.RewardModels;
import org.stepwright.prm.live.Connection;
import org.stepwright.prm.live.ConnectionKind;
import org.stepwright.prm.live.LiveCall;
import org.stepwright.prm.live.LiveListener;
import org.stepwright.prm.live.LiveModels;
import org.stepwright.prm.live.LiveRequest;
import org.stepwright.prm.live.LiveResult;
import org.stepwright.prm.live.LiveScorer;
import org.stepwright.storage.Run;
import org.stepwright.storage.Workspace;
import org.stepwright.task.TaskHandle;
import org.stepwright.trace.SplitRule;
import org.stepwright.trace.Step;
import org.stepwright.ui.kit.FxTasks;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

/** What the Live screen shows and does. Used from the UI thread; an answer streams in a task. */
public final class LiveViewModel {
    private static final long LOOK_MILLIS = 50;

    private final Workspace workspace;
    private final LiveModels live;
    private final Supplier<List<Connection>> known;
    private final FxTasks tasks;

    private final ObservableList<Connection> connections = FXCollections.observableArrayList();
    private final ObservableList<Path> models = FXCollections.observableArrayList();
    private final ObjectProperty<Connection> connection = new SimpleObjectProperty<>();
    private final ObjectProperty<Path> model = new SimpleObjectProperty<>();
    private final ObjectProperty<SplitRule> rule = new SimpleObjectProperty<>(SplitRule.AUTO);
    private final StringProperty prompt = new SimpleStringProperty("");
    private final StringProperty pending = new SimpleStringProperty("");
    private final StringProperty trouble = new SimpleStringProperty("");
    private final ObservableList<LiveStep> steps = FXCollections.observableArrayList();
    private final ObjectProperty<LiveResult> result = new SimpleObjectProperty<>();
    private final ObjectProperty<Double> threshold = new SimpleObjectProperty<>();
    private final ObjectProperty<TaskHandle<?>> running = new SimpleObjectProperty<>();
    private Instant startedAt = Instant.EPOCH;
    private Path answeredWith;
    private final BooleanProperty loaded = new SimpleBooleanProperty();
    private Saving saving = Saving.NOT_YET;
    private final ObservableList<String> prompts = FXCollections.observableArrayList();

    /** Whether the answer is in the workspace. */
    private enum Saving {
        NOT_YET,
        UNDER_WAY,
        DONE
    }

    private record Loaded(List<Connection> connections, List<Path> models) {}

    /**
     * @param workspace the open workspace
     * @param live opens connections
     * @param known the connections of the settings, read anew at each load
     * @param tasks background work
     */
    public LiveViewModel(
            Workspace workspace, LiveModels live, Supplier<List<Connection>> known, FxTasks tasks) {
        this.workspace = workspace;
        this.live = live;
        this.known = known;
        this.tasks = tasks;
        connection.addListener((o, before, after) -> readPrompts(after));
    }

    /** Reads connections and the models trained in this workspace. */
    public void load() {
        tasks.query(
                () -> new Loaded(known.get(), trainedModels()),
                found -> {
                    showConnections(found.connections());
                    showModels(found.models());
                    loaded.set(true);
                },
                trouble::set);
    }

    private void showConnections(List<Connection> now) {
        String kept = connection.get() == null ? "" : connection.get().name();
        connections.setAll(now);
        connection.set(
                now.stream()
                        .filter(c -> c.name().equals(kept))
                        .findFirst()
                        .orElse(now.isEmpty() ? null : now.get(0)));
    }

    /** A recorded connection answers only what was asked of it before. */
    private void readPrompts(Connection from) {
        if (from == null || from.kind() != ConnectionKind.RECORDED) {
            prompts.clear();
            return;
        }
        tasks.query(
                () -> live.recordedPrompts(from),
                found -> {
                    if (from.equals(connection.get())) {
                        prompts.setAll(found);
                        if (prompt.get().isBlank() && !found.isEmpty()) {
                            prompt.set(found.get(0));
                        }
                    }
                },
                trouble::set);
    }

    private List<Path> trainedModels() {
        return workspace.runs().list(Run.Kind.TRAIN).stream()
                .filter(run -> run.status() == Run.Status.SUCCEEDED)
                .map(run -> Path.of(run.modelPath()))
                .filter(Files::isRegularFile)
                .toList();
    }

    private void showModels(List<Path> found) {
        Path kept = model.get();
        models.setAll(found);
        if (kept != null && !found.contains(kept)) {
            models.add(kept); // a file that the user chose stays in the list
        }
        model.set(kept != null ? kept : found.isEmpty() ? null : found.get(0));
    }

    /**
     * @param bundle a model's file that lies elsewhere
     */
    public void chooseModel(Path bundle) {
        if (!models.contains(bundle)) {
            models.add(bundle);
        }
        model.set(bundle);
    }

    /**
     * Sends the prompt; steps appear and are scored as they end.
     *
     * @return what is missing, one plain sentence; empty when it runs
     */
    public Optional<String> run() {
        if (running.get() != null) {
            return Optional.of("An answer is streaming; wait for it or cancel it first.");
        }
        if (connection.get() == null) {
            return Optional.of("Add a connection in Settings first.");
        }
        if (model.get() == null) {
            return Optional.of("Train a model first, or choose a model's file.");
        }
        if (prompt.get().isBlank()) {
            return Optional.of("Write a prompt first.");
        }
        steps.clear();
        pending.set("");
        trouble.set("");
        result.set(null);
        saving = Saving.NOT_YET;
        startedAt = Instant.now();
        answeredWith = model.get();
        Connection to = connection.get();
        Path bundle = model.get();
        SplitRule split = rule.get();
        LiveRequest request = LiveRequest.of(prompt.get().strip());
        running.set(
                tasks.run(
                        "Answer of " + to.name(),
                        progress -> stream(to, bundle, split, request, progress),
                        this::ended,
                        this::failed,
                        () -> failed("Stopped before anything arrived.")));
        return Optional.empty();
    }

    private LiveResult stream(
            Connection to, Path bundle, SplitRule split, LiveRequest request, Progress progress)
            throws InterruptedException {
        progress.report(0, -1, "Waiting for the first step");
        try (RewardModel opened = RewardModels.open(bundle)) {
            tasks.onUi(() -> threshold.set(opened.info().threshold()));
            LiveCall<LiveResult> call =
                    new LiveScorer(opened, split)
                            .run(live.open(to), request, new Listener(progress));
            return await(call, progress);
        }
    }

    /** A cancel is a result of the call: what had arrived is kept and scored. */
    private static LiveResult await(LiveCall<LiveResult> call, Progress progress)
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
                throw new WorkFailed("The answer could not be scored; try another model.", e);
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
            progress.report(i + 1, -1, "Step " + (i + 1));
            tasks.onUi(
                    () -> {
                        steps.add(LiveStep.waiting(s.text(), s.kind()));
                        pending.set(after(pending.get(), s.text()));
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

    /** What is left of the text when a finished step is taken out of its front. */
    static String after(String text, String step) {
        int at = text.indexOf(step);
        return at < 0 ? "" : text.substring(at + step.length());
    }

    private void ended(LiveResult end) {
        running.set(null);
        pending.set("");
        result.set(end);
        trouble.set(end.scoringTrouble().isEmpty() ? end.answer().trouble() : end.scoringTrouble());
    }

    private void failed(String why) {
        running.set(null);
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
        if (end == null) {
            return;
        }
        if (saving == Saving.DONE) {
            done.accept(end.trace().id());
            return;
        }
        if (saving == Saving.UNDER_WAY) {
            return;
        }
        saving = Saving.UNDER_WAY;
        Path bundle = answeredWith;
        Instant asked = startedAt;
        tasks.query(
                () -> {
                    Runs.keepLive(workspace, end, bundle, asked);
                    return end.trace().id();
                },
                id -> {
                    saving = Saving.DONE;
                    done.accept(id);
                },
                why -> {
                    saving = Saving.NOT_YET;
                    trouble.set(why);
                });
    }

    /**
     * @return whether connections and models were read
     */
    public ReadOnlyBooleanProperty loaded() {
        return loaded;
    }

    /**
     * @return the prompts that the chosen recorded connection answers; empty for a live one
     */
    public ObservableList<String> prompts() {
        return prompts;
    }

    /**
     * @return the connections that can be asked
     */
    public ObservableList<Connection> connections() {
        return connections;
    }

    /**
     * @return the models that can score
     */
    public ObservableList<Path> models() {
        return models;
    }

    /**
     * @return who is asked; null for nobody
     */
    public ObjectProperty<Connection> connection() {
        return connection;
    }

    /**
     * @return the file of the model that scores; null for none
     */
    public ObjectProperty<Path> model() {
        return model;
    }

    /**
     * @return how answers are cut into steps
     */
    public ObjectProperty<SplitRule> rule() {
        return rule;
    }

    /**
     * @return what is asked
     */
    public StringProperty prompt() {
        return prompt;
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
