package org.stepwright.ui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.stepwright.app.AppContext;
import org.stepwright.settings.Settings;
import org.stepwright.storage.Workspace;
import org.stepwright.task.TaskHandle;
import org.stepwright.task.Work;
import org.stepwright.ui.kit.FxTasks;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.ScreenFactory;
import org.stepwright.ui.kit.ScreenFactory.Waiting;
import org.stepwright.ui.kit.Tone;
import org.stepwright.work.Cancelled;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

/**
 * The open workspace: opens one in place of another and closes it once what runs in it has ended.
 * Confined to the UI thread.
 */
final class WorkspaceSession {
    /** What the window does about it. */
    interface Window {
        /** The screens are about to be closed. */
        void leaving();

        /** Another workspace, or none, is in place of the one before. */
        void entered();

        /** Shows Home, made anew. */
        void home();

        /** Shows how much work waits on a screen. */
        void waiting(String screenId, long count);

        /** Tells a sentence. */
        void say(Tone tone, String sentence);
    }

    private static final int PATIENCE_SECONDS = 10;

    private final AppContext app;
    private final FxTasks tasks;
    private final Collection<ScreenFactory> factories;
    private final Window window;
    private final Messages texts;
    private TaskHandle<?> opening;

    /** Counts openings: the one that was asked for last is taken, whichever ends last. */
    private int turn;

    private OpenWorkspace open = new OpenWorkspace(null);

    WorkspaceSession(
            AppContext app,
            FxTasks tasks,
            Collection<ScreenFactory> factories,
            Window window,
            Messages texts) {
        this.app = app;
        this.tasks = tasks;
        this.factories = factories;
        this.window = window;
        this.texts = texts;
    }

    /** What is open now. */
    OpenWorkspace open() {
        return open;
    }

    /** Opens a workspace in the background, then takes it in place of the open one. */
    void open(Path file) {
        load(texts.text("workspace.opening", file.getFileName()), file, () -> Workspace.open(file));
    }

    /** Creates a workspace in the background, then takes it in place of the open one. */
    void create(Path file) {
        load(
                texts.text("workspace.creating", file.getFileName()),
                file,
                () -> Workspace.create(file));
    }

    private void load(String title, Path file, Supplier<Workspace> how) {
        int mine = ++turn;
        opening =
                tasks.run(
                        title,
                        p -> {
                            Workspace workspace = how.get();
                            remember(s -> s.withRecent(file));
                            return workspace;
                        },
                        workspace -> {
                            if (mine != turn) {
                                close(workspace, new CompletableFuture<>());
                                return;
                            }
                            use(workspace);
                            window.home();
                        },
                        why -> notOpened(file, why));
    }

    /** What was done while the workspace was closed, and the workspace again. */
    private record Reopened(Workspace workspace, Tone tone, String sentence) {}

    /** Closes the open workspace, works on its file, and opens it again in any case. */
    void reopen(String title, Work<String> work) {
        int mine = ++turn;
        Path file = open.workspace().file();
        CompletableFuture<Void> closed = use(null);
        window.home();
        opening =
                tasks.run(
                        title,
                        p -> reopened(file, closed, work, p),
                        r -> {
                            if (mine == turn) {
                                use(r.workspace);
                                window.home();
                            } else {
                                close(r.workspace, new CompletableFuture<>());
                            }
                            window.say(r.tone, r.sentence);
                        },
                        why -> notOpened(file, why));
    }

    private Reopened reopened(
            Path file, CompletableFuture<Void> closed, Work<String> work, Progress progress) {
        closed.join();
        Tone tone = Tone.SUCCESS;
        String sentence;
        try {
            sentence = work.run(progress);
        } catch (Cancelled e) {
            tone = Tone.WARNING;
            sentence = texts.text("workspace.unchanged");
        } catch (Exception e) { // it is told, and the workspace is opened again
            tone = Tone.DANGER;
            sentence = tasks.sentence(e);
        }
        return new Reopened(Workspace.open(file), tone, sentence);
    }

    /** A list that cannot be written is no reason not to open the workspace. */
    private void remember(UnaryOperator<Settings> change) {
        try {
            app.settings().update(change);
        } catch (WorkFailed e) {
            String why = tasks.sentence(e);
            tasks.onUi(() -> window.say(Tone.WARNING, why));
        }
    }

    private void notOpened(Path file, String why) {
        tasks.query(
                () -> {
                    boolean gone = !Files.exists(file);
                    if (gone) {
                        remember(s -> s.withoutRecent(file));
                    }
                    return gone;
                },
                gone -> {
                    if (gone) {
                        window.home();
                    }
                    window.say(Tone.DANGER, why);
                },
                other -> window.say(Tone.DANGER, why));
    }

    /** Closes the open workspace, if any. */
    void close() {
        use(null);
        window.home();
    }

    /** Takes a workspace, or none, in place of the open one; ends once that is closed. */
    private CompletableFuture<Void> use(Workspace workspace) {
        window.leaving();
        open.close();
        Workspace before = open.workspace();
        CompletableFuture<Void> closed =
                before == null
                        ? CompletableFuture.completedFuture(null)
                        : closeAfter(running(), before);
        open = new OpenWorkspace(workspace);
        open.changes().listen(this::count);
        window.entered();
        return closed;
    }

    /** The tasks that work in the open workspace; the one that opens the next is none of them. */
    List<TaskHandle<?>> running() {
        return open.workspace() == null ? List.of() : allRunning();
    }

    /** All tasks that have not ended, whatever they work on. */
    List<TaskHandle<?>> allRunning() {
        return app.tasks().tasks().stream()
                .filter(t -> !t.state().isFinal() && t != opening)
                .toList();
    }

    /** What was cancelled still writes down that it was, so the workspace closes after it. */
    private CompletableFuture<Void> closeAfter(List<TaskHandle<?>> work, Workspace workspace) {
        work.forEach(TaskHandle::cancel);
        CompletableFuture<Void> closed = new CompletableFuture<>();
        CompletableFuture.allOf(
                        work.stream().map(TaskHandle::result).toArray(CompletableFuture<?>[]::new))
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .whenComplete((all, failure) -> close(workspace, closed));
        return closed;
    }

    /** Waits for labels on their way to the disk, which the UI thread must not. */
    private void close(Workspace workspace, CompletableFuture<Void> closed) {
        tasks.query(
                () -> {
                    try {
                        workspace.close();
                    } finally {
                        closed.complete(null);
                    }
                    return true;
                },
                done -> {},
                why -> window.say(Tone.DANGER, why));
    }

    /** Closes the screens; the window is about to go. */
    void closeScreens() {
        window.leaving();
        open.close();
    }

    /** Cancels what runs, then closes the workspace. Blocks; call off the UI thread, at the end. */
    void end() {
        app.tasks().close();
        if (open.workspace() != null) {
            open.workspace().close();
        }
    }

    /** Counts waiting work off the UI thread. */
    void count() {
        OpenWorkspace counted = open;
        if (counted.workspace() == null) {
            return;
        }
        Waiting waiting = new Waiting(counted.workspace(), app.settings().current().annotator());
        tasks.query(
                () -> {
                    Map<String, Long> counts = new LinkedHashMap<>();
                    factories.stream()
                            .filter(ScreenFactory::needsWorkspace)
                            .forEach(f -> counts.put(f.id(), f.waiting().applyAsLong(waiting)));
                    return counts;
                },
                counts -> {
                    if (counted == open) {
                        counts.forEach(window::waiting);
                    }
                },
                why -> {
                    // a count that cannot be had is not worth a sentence; the screen itself says it
                });
    }
}
