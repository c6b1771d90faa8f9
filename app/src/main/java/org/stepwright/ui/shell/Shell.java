package org.stepwright.ui.shell;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.stepwright.app.AppContext;
import org.stepwright.storage.Workspace;
import org.stepwright.ui.kit.FxTasks;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Navigator;
import org.stepwright.ui.kit.Screen;
import org.stepwright.ui.kit.ScreenContext;
import org.stepwright.ui.kit.ScreenFactory;
import org.stepwright.ui.kit.ScreenFactory.Waiting;
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
    private final SideBar sideBar;
    private final StatusBar statusBar = new StatusBar(this::toggleKeys);
    private final TaskChips taskChips;
    private final ShellFrame frame;
    private final Themes themes;
    private final StageFiles files;
    private final Timeline recount = new Timeline(new KeyFrame(RECOUNT, e -> count()));

    private OpenWorkspace open = new OpenWorkspace(null);
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
        sideBar = new SideBar(screens, this::show, this::toggleKeys);
        taskChips = new TaskChips(app.tasks());
        StackPane content = new StackPane();
        SearchBox search =
                new SearchBox(
                        new SearchViewModel(
                                tasks,
                                this::places,
                                () -> open.workspace(),
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
        new ShellKeys(this, stage, overlay, search, taskChips).listen(scene);
        stage.setScene(scene);
        themes = new Themes(app.settings(), new SystemTheme(), scene, factories.keySet());
        files = new StageFiles(stage, app.settings());
        recount.setCycleCount(Animation.INDEFINITE);
        nameWorkspace();
        content.requestFocus();
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

    /** Closes what is open; the window is about to go. */
    public void close() {
        recount.stop();
        taskChips.close();
        if (current != null) {
            current.hidden();
        }
        open.close();
        if (open.workspace() != null) {
            open.workspace().close();
        }
    }

    // --- going places

    @Override
    public void show(String screenId) {
        show(screenId, null);
    }

    @Override
    public void show(String screenId, String target) {
        ScreenFactory factory = factories.get(screenId);
        if (factory == null || factory.needsWorkspace() && open.workspace() == null) {
            return;
        }
        Screen next =
                open.screens().computeIfAbsent(screenId, id -> factory.create().apply(context()));
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
        count();
    }

    private ScreenContext context() {
        return new ScreenContext(
                app, open.workspace(), this, tasks, open.changes(), overlay, files, themes);
    }

    @Override
    public void openWorkspace(Path file) {
        load(texts.text("workspace.opening", file.getFileName()), file, () -> Workspace.open(file));
    }

    @Override
    public void createWorkspace(Path file) {
        load(
                texts.text("workspace.creating", file.getFileName()),
                file,
                () -> Workspace.create(file));
    }

    private void load(String title, Path file, Supplier<Workspace> how) {
        tasks.run(
                title,
                p -> how.get(),
                workspace -> {
                    use(workspace);
                    app.settings().update(s -> s.withRecent(file));
                    home();
                },
                why -> {
                    if (!Files.exists(file)) {
                        app.settings().update(s -> s.withoutRecent(file));
                        home();
                    }
                    say(Tone.DANGER, why);
                });
    }

    @Override
    public void closeWorkspace() {
        use(null);
        home();
    }

    private void use(Workspace workspace) {
        if (current != null) {
            current.hidden();
            current = null;
        }
        open.close();
        Workspace before = open.workspace();
        if (before != null) {
            // Waits for labels on their way to the disk, which the UI thread must not.
            tasks.query(
                    () -> {
                        before.close();
                        return true;
                    },
                    done -> {},
                    why -> say(Tone.DANGER, why));
        }
        open = new OpenWorkspace(workspace);
        open.changes().listen(this::count);
        frame.quiet();
        sideBar.workspaceOpen(workspace != null);
        nameWorkspace();
    }

    private void home() {
        current = null;
        open.screens().clear();
        show(factories.keySet().iterator().next());
    }

    private void nameWorkspace() {
        Workspace workspace = open.workspace();
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

    /** Counts waiting work off the UI thread. */
    private void count() {
        OpenWorkspace counted = open;
        if (counted.workspace() == null) {
            return;
        }
        Waiting waiting = new Waiting(counted.workspace(), app.settings().current().annotator());
        tasks.query(
                () -> {
                    Map<String, Long> counts = new LinkedHashMap<>();
                    factories.values().stream()
                            .filter(ScreenFactory::needsWorkspace)
                            .forEach(f -> counts.put(f.id(), f.waiting().applyAsLong(waiting)));
                    return counts;
                },
                counts -> {
                    if (counted == open) {
                        counts.forEach(sideBar::count);
                    }
                },
                why -> {
                    // a count that cannot be had is not worth a sentence; the screen itself says it
                });
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

    private List<SearchHit> places() {
        List<SearchHit> places = new ArrayList<>();
        List<String> reachable = sideBar.reachable();
        for (String id : reachable) {
            places.add(
                    new SearchHit(
                            "screen",
                            Messages.of(id).text("title"),
                            "Ctrl " + (reachable.indexOf(id) + 1),
                            () -> show(id)));
        }
        if (current != null) {
            current.commands().forEach(c -> places.add(SearchViewModel.hit(c)));
        }
        for (String theme : org.stepwright.settings.Settings.THEMES) {
            places.add(
                    new SearchHit(
                            "command",
                            texts.text("theme." + theme),
                            "",
                            () -> themes.choose(theme)));
        }
        places.add(new SearchHit("command", texts.text("keys"), "?", this::toggleKeys));
        return places;
    }

    /**
     * @return the open workspace, or null
     */
    public Workspace workspace() {
        return open.workspace();
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
     * @return the screen in sight, or null
     */
    public Screen current() {
        return current;
    }

    /**
     * @return ids of the screens that can be shown now, in the order of the navigation
     */
    public List<String> reachable() {
        return sideBar.reachable();
    }
}
