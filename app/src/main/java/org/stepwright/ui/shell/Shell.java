package org.stepwright.ui.shell;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.stepwright.app.AppContext;
import org.stepwright.settings.Settings;
import org.stepwright.storage.Workspace;
import org.stepwright.task.Work;
import org.stepwright.ui.kit.FxTasks;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Navigator;
import org.stepwright.ui.kit.Screen;
import org.stepwright.ui.kit.ScreenContext;
import org.stepwright.ui.kit.ScreenFactory;
import org.stepwright.ui.kit.SettingsWriter;
import org.stepwright.ui.kit.Tone;

/** The window's content and the way between its screens. Lives on the UI thread. */
public final class Shell implements Navigator {
    private static final Duration RECOUNT = Duration.seconds(10);

    private final AppContext app;
    private final Stage stage;
    private final Map<String, ScreenFactory> factories = new LinkedHashMap<>();
    private final FxTasks tasks;
    private final Messages texts = Messages.of("shell");

    private final OverlayLayer overlay = new OverlayLayer();
    private final Leaving leaving = new Leaving(overlay, texts);
    private final SideBar sideBar;
    private final StatusBar statusBar = new StatusBar(this::toggleKeys);
    private final TaskChips taskChips;
    private final ShellFrame frame;
    private final Themes themes;
    private final StageFiles files;
    private final WorkspaceSession session;
    private final Timeline recount;
    private final DailyBackup dailyBackup;

    private Screen current;

    /**
     * @param app the wired application
     * @param stage the window; gets its scene here and is not shown yet
     * @param screens the entries of the navigation, in order
     * @param queries runs short reads off the UI thread
     */
    public Shell(AppContext app, Stage stage, List<ScreenFactory> screens, Executor queries) {
        this.app = app;
        this.stage = stage;
        screens.forEach(f -> factories.put(f.id(), f));
        tasks = new FxTasks(app.tasks(), queries, Platform::runLater, app.failures()::sentence);
        session = new WorkspaceSession(app, tasks, factories.values(), new Parts(), texts);
        recount = new Timeline(new KeyFrame(RECOUNT, e -> session.count()));
        dailyBackup =
                new DailyBackup(
                        app, tasks, queries, texts, this::workspace, why -> say(Tone.WARNING, why));
        sideBar = new SideBar(screens, this::show, this::toggleKeys);
        taskChips = new TaskChips(app.tasks());
        StackPane content = new StackPane();
        SearchBox search =
                new SearchBox(
                        new SearchViewModel(
                                tasks,
                                new Places(this, texts)::all,
                                this::workspace,
                                () -> app.settings().current().annotator(),
                                id -> show("label", id)),
                        content);
        frame =
                new ShellFrame(
                        content,
                        sideBar,
                        statusBar,
                        search,
                        taskChips,
                        overlay,
                        () -> show("settings"));
        Scene scene = new Scene(frame);
        new ShellKeys(this, stage, overlay, search, taskChips, frame::dismiss).listen(scene);
        stage.setScene(scene);
        stage.setOnCloseRequest(
                e -> {
                    e.consume();
                    leaving.leave(screens(), session::allRunning, stage::hide);
                });
        SettingsWriter writer =
                new SettingsWriter(app.settings(), tasks, why -> say(Tone.WARNING, why));
        Settings settings = app.settings().current();
        themes =
                new Themes(
                        settings,
                        writer,
                        tasks,
                        new SystemTheme()::isDark,
                        scene,
                        factories.keySet());
        frame.scaleBy(themes.textSize());
        files = new StageFiles(stage, settings.lastDirectory(), writer);
        recount.setCycleCount(Animation.INDEFINITE);
        nameWorkspace();
        content.requestFocus();
    }

    /** What a change of the workspace does to the window. */
    private final class Parts implements WorkspaceSession.Window {
        @Override
        public void leaving() {
            if (current != null) {
                current.hidden();
                current = null;
            }
        }

        @Override
        public void entered() {
            frame.quiet();
            dailyBackup.entered();
            sideBar.workspaceOpen(workspace() != null);
            nameWorkspace();
        }

        @Override
        public void home() {
            leaving();
            String home = factories.keySet().iterator().next();
            Screen before = session.open().screens().remove(home);
            if (before != null) {
                before.closed();
            }
            show(home);
        }

        @Override
        public void waiting(String screenId, long count) {
            sideBar.count(screenId, count);
        }

        @Override
        public void say(Tone tone, String sentence) {
            Shell.this.say(tone, sentence);
        }
    }

    /** Shows Home and, if one was given, opens a workspace. Call once the window is shown. */
    public void start(Path workspace) {
        show(factories.keySet().iterator().next());
        if (workspace != null) {
            openWorkspace(workspace);
        }
        if (!app.settings().trouble().isEmpty()) {
            say(Tone.WARNING, app.settings().trouble());
        }
        recount.play();
    }

    /** Closes the screens; the window has gone. Call {@link #end} next. */
    public void close() {
        recount.stop();
        dailyBackup.stop();
        taskChips.close();
        session.closeScreens();
    }

    /** Cancels what still runs, then closes the workspace. Blocks: call off the UI thread. */
    public void end() {
        session.end();
    }

    // --- going places

    @Override
    public void show(String screenId) {
        show(screenId, null);
    }

    @Override
    public void show(String screenId, String target) {
        ScreenFactory factory = factories.get(screenId);
        if (factory == null || factory.needsWorkspace() && workspace() == null) {
            return;
        }
        Screen next =
                session.open()
                        .screens()
                        .computeIfAbsent(screenId, id -> factory.create().apply(context()));
        if (next != current) {
            if (current != null) {
                current.hidden();
            }
            current = next;
            frame.show(next.node());
            statusBar.show(next.status());
            sideBar.select(screenId);
            next.shown();
        }
        if (target != null) {
            next.open(target);
        }
        nameWorkspace();
        session.count();
    }

    private ScreenContext context() {
        OpenWorkspace open = session.open();
        return new ScreenContext(
                app, open.workspace(), this, tasks, open.changes(), overlay, files, themes);
    }

    private Collection<Screen> screens() {
        return session.open().screens().values();
    }

    @Override
    public void openWorkspace(Path file) {
        leaving.leave(screens(), session::running, () -> session.open(file));
    }

    @Override
    public void createWorkspace(Path file) {
        leaving.leave(screens(), session::running, () -> session.create(file));
    }

    @Override
    public void reopenWorkspace(String title, Work<String> work) {
        leaving.leave(screens(), session::running, () -> session.reopen(title, work));
    }

    @Override
    public void closeWorkspace() {
        leaving.leave(screens(), session::running, session::close);
    }

    private void nameWorkspace() {
        Workspace workspace = workspace();
        String name =
                workspace == null
                        ? texts.text("workspace.none")
                        : workspace.file().getFileName().toString();
        frame.names(name, app.settings().current().annotator());
        stage.setTitle(
                workspace == null ? texts.text("app.name") : name + " – " + texts.text("app.name"));
    }

    @Override
    public void say(Tone tone, String sentence) {
        frame.say(tone, sentence);
    }

    // --- keys and commands

    /** Shows or hides the keys of the screen in sight. */
    void toggleKeys() {
        if (overlay.isOpen()) {
            overlay.close();
            return;
        }
        String title = current == null ? "" : Messages.of(current.id()).text("title");
        overlay.show(
                texts.text("keys"),
                new KeysOverlay().of(title, current == null ? List.of() : current.keyHints()));
    }

    /**
     * @return the open workspace, or null
     */
    public Workspace workspace() {
        return session.open().workspace();
    }

    /**
     * Shows the window in another theme and remembers it.
     *
     * @param theme {@code light}, {@code dark} or {@code system}
     */
    public void theme(String theme) {
        themes.choose(theme);
    }

    /**
     * Shows text in another size and remembers it.
     *
     * @param percent one of {@link org.stepwright.ui.kit.Appearance#TEXT_SIZES}
     */
    public void textSize(int percent) {
        themes.chooseTextSize(percent);
    }

    /** The next larger text, or the next smaller one. */
    void stepTextSize(int direction) {
        themes.stepTextSize(direction);
    }

    /**
     * @return the screen in sight, or null
     */
    public Screen current() {
        return current;
    }

    /** Home, whose commands work everywhere; null before it was shown. */
    Screen home() {
        return session.open().screens().get(factories.keySet().iterator().next());
    }

    /**
     * @return ids of the screens that can be shown now, in the order of the navigation
     */
    public List<String> reachable() {
        return sideBar.reachable();
    }
}
