package org.stepwright.ui.home;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.SetChangeListener;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.ui.kit.Command;
import org.stepwright.ui.kit.KeyHint;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.OwnThread;
import org.stepwright.ui.kit.RubricChoice;
import org.stepwright.ui.kit.Screen;
import org.stepwright.ui.kit.ScreenContext;
import org.stepwright.ui.kit.ScreenFactory;
import org.stepwright.ui.kit.ScreenFactory.Place;
import org.stepwright.ui.kit.Tone;

/** Home: workspaces, and what to do next in the open one. */
public final class HomeScreen implements Screen {
    /** Its entry in the navigation. */
    public static final ScreenFactory FACTORY =
            new ScreenFactory("home", Feather.HOME, Place.MAIN, false, HomeScreen::new, w -> 0);

    private static final String EXTENSION = ".stepwright";

    private final ScreenContext context;
    private final Messages texts = Messages.of("home");
    private final HomeViewModel model;
    private final RecentFiles recent;
    private final VBox content = new VBox(16);
    private final Node page;
    private final Runnable unlisten;

    private HomeScreen(ScreenContext context) {
        this.context = context;
        model = new HomeViewModel(context.tasks(), context.workspace());
        recent = new RecentFiles(context.tasks(), OwnThread.named("recent-files"));
        content.getStyleClass().add("page");
        content.setId("home");
        page = Kit.scroll(content);
        model.facts().addListener((o, was, is) -> build());
        model.trouble().addListener((o, was, is) -> build());
        recent.gone().addListener((SetChangeListener<Path>) c -> build());
        unlisten = context.changes().listen(this::load);
        build();
    }

    private void load() {
        model.load(context.annotator());
    }

    private void build() {
        content.getChildren().clear();
        if (!model.trouble().get().isEmpty()) {
            content.getChildren().add(Kit.banner(Tone.DANGER, model.trouble().get()));
        }
        if (context.workspace() == null) {
            content.getChildren().add(new WelcomePane(this, texts));
        } else {
            content.getChildren().add(new WorkspacePane(context, texts, model.facts().get(), this));
        }
        List<Path> before = recentFiles();
        if (!before.isEmpty()) {
            content.getChildren().add(new RecentPane(context, texts, before, recent.gone()));
        }
    }

    private List<Path> recentFiles() {
        return context.app().settings().current().recentWorkspaces();
    }

    void create() {
        context.files()
                .save(texts.text("create.title"), "workspace" + EXTENSION, "*" + EXTENSION)
                .map(HomeScreen::withExtension)
                .ifPresent(context.navigator()::createWorkspace);
    }

    void openOther() {
        context.files().open(texts.text("open.title"), "*" + EXTENSION).stream()
                .findFirst()
                .ifPresent(context.navigator()::openWorkspace);
    }

    void openSamples() {
        Path file = samplesFile();
        context.tasks()
                .run(
                        texts.text("samples.task"),
                        p -> {
                            Path made =
                                    new SampleWorkspace(context.app().templates()).make(file, p);
                            RubricChoice.remember(
                                    context.app().settings(), made, SampleWorkspace.RUBRIC);
                            return made;
                        },
                        context.navigator()::openWorkspace,
                        why -> context.navigator().say(Tone.DANGER, why));
    }

    private static Path samplesFile() {
        String home = System.getProperty("stepwright.home", "");
        Path folder =
                home.isEmpty()
                        ? Path.of(System.getProperty("user.home", "."), "Stepwright")
                        : Path.of(home);
        return folder.resolve("samples" + EXTENSION);
    }

    private static Path withExtension(Path file) {
        String name = file.getFileName().toString();
        return name.contains(".") ? file : file.resolveSibling(name + EXTENSION);
    }

    @Override
    public String id() {
        return FACTORY.id();
    }

    @Override
    public Node node() {
        return page;
    }

    @Override
    public void shown() {
        load();
        recent.look(recentFiles());
    }

    @Override
    public void hidden() {
        // nothing moves here
    }

    @Override
    public List<KeyHint> keyHints() {
        return List.of();
    }

    @Override
    public List<Command> commands() {
        List<Command> commands =
                new ArrayList<>(
                        List.of(
                                new Command(texts.text("create"), "", this::create),
                                new Command(texts.text("open.workspace"), "", this::openOther),
                                new Command(texts.text("samples"), "", this::openSamples)));
        for (Path file : context.app().settings().current().recentWorkspaces()) {
            commands.add(
                    new Command(
                            texts.text("open.recent", file.getFileName()),
                            "",
                            () -> context.navigator().openWorkspace(file)));
        }
        return commands;
    }

    @Override
    public void closed() {
        unlisten.run();
    }
}
