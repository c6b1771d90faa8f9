package org.stepwright.ui.rubrics;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.storage.format.RubricYaml;
import org.stepwright.ui.kit.Command;
import org.stepwright.ui.kit.KeyHint;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Screen;
import org.stepwright.ui.kit.ScreenContext;
import org.stepwright.ui.kit.ScreenFactory;
import org.stepwright.ui.kit.Tone;

/**
 * Rubrics: stages at the left, criteria in the middle, lint and the labeller's view at the right.
 */
public final class RubricsScreen implements Screen {
    /** The entry of the navigation. */
    public static final ScreenFactory FACTORY =
            ScreenFactory.of("rubrics", Feather.LIST, RubricsScreen::new);

    /** Narrower than this, the right panel is a drawer over the middle. */
    private static final double PANEL_FROM_WIDTH = 1020;

    private final ScreenContext context;
    private final Messages texts = Messages.of("rubrics");
    private final RubricsViewModel model;
    private final RubricFiles files;
    private final StageEditor editor;
    private final StagesPane stages;
    private final StackPane root = new StackPane();
    private final BorderPane content = new BorderPane();
    private final Label saved = new Label();
    private final ScrollPane panel;
    private final StackPane middle = new StackPane();
    private final ToggleButton drawer;

    /** In a wide window the panel is there until it is folded away. */
    private boolean folded;

    private RubricsScreen(ScreenContext context) {
        this.context = context;
        RubricYaml yaml = new RubricYaml();
        this.model =
                new RubricsViewModel(
                        context.workspace().rubrics(),
                        () ->
                                context.app().templates().names().stream()
                                        .map(
                                                name ->
                                                        yaml.read(
                                                                context.app()
                                                                        .templates()
                                                                        .yaml(name)))
                                        .toList(),
                        context.verifiers(),
                        context.tasks(),
                        texts);
        this.files = new RubricFiles(context, model, texts, yaml);
        this.editor = new StageEditor(model.editor(), texts, context.overlay());
        this.stages =
                new StagesPane(
                        model, texts, new NewRubricMenu(model, texts, context.overlay(), files));
        this.panel = new SidePanel(model.editor(), texts, editor::open).node();
        this.drawer = Kit.chip(texts.text("panel"));
        build();
    }

    private void build() {
        Node empty = new NewRubricMenu(model, texts, context.overlay(), files).emptyState();
        content.setLeft(stages.node());
        middle.getChildren().add(page());
        content.setCenter(middle);
        root.setId("screen-rubrics");
        root.getChildren().addAll(content, empty);
        Runnable toggle =
                () -> {
                    boolean any = model.editor().draft().get() != null;
                    content.setVisible(any);
                    empty.setVisible(!any && model.loaded().get());
                };
        model.editor()
                .draft()
                .addListener(
                        (o, before, after) -> {
                            toggle.run();
                            if (before == null && after != null) {
                                stages.focus(); // the button that made it is gone
                            }
                        });
        model.loaded().addListener((o, before, after) -> toggle.run());
        toggle.run();
        drawer.setId("rubrics-panel");
        panel.setMaxWidth(ScrollPane.USE_PREF_SIZE);
        StackPane.setAlignment(panel, Pos.CENTER_RIGHT);
        root.widthProperty().addListener((o, before, after) -> fold(after.doubleValue()));
        drawer.selectedProperty().addListener((o, was, is) -> fold(root.getWidth()));
        fold(root.getWidth());
        model.editor()
                .savedAt()
                .addListener(
                        (o, before, at) ->
                                saved.setText(
                                        texts.text(
                                                "saved",
                                                DateTimeFormatter.ofLocalizedTime(
                                                                FormatStyle.MEDIUM)
                                                        .withZone(ZoneId.systemDefault())
                                                        .format(at),
                                                model.editor().undoDepth().get())));
        model.trouble()
                .addListener(
                        (o, before, why) -> {
                            if (!why.isEmpty()) {
                                context.navigator().say(Tone.DANGER, why);
                            }
                        });
    }

    private Node page() {
        RubricHeader header = new RubricHeader(model, texts, this::publish, files::export, drawer);
        VBox page = new VBox(16, header.node(), editor.node());
        page.getStyleClass().add("page");
        ScrollPane scroll = Kit.scroll(page);
        scroll.setId("rubrics-middle");
        return scroll;
    }

    private void fold(double width) {
        boolean narrow = width < PANEL_FROM_WIDTH;
        Kit.show(drawer, narrow);
        content.setRight(null);
        middle.getChildren().remove(panel);
        panel.getStyleClass().remove("drawer");
        if (!narrow && !folded) {
            content.setRight(panel);
        } else if (narrow && drawer.isSelected()) {
            panel.getStyleClass().add("drawer");
            middle.getChildren().add(panel);
        }
    }

    private void publish() {
        if (model.editor().draft().get() == null) {
            context.navigator().say(Tone.NEUTRAL, texts.text("publish.none"));
            return;
        }
        TextField note = new TextField();
        note.setId("publish-note");
        note.setPromptText(texts.text("publish.note.prompt"));
        var go =
                Kit.primary(
                        texts.text("publish"),
                        () -> {
                            context.overlay().close();
                            model.publish(
                                    note.getText(),
                                    version -> {
                                        context.changes().announce();
                                        context.navigator()
                                                .say(
                                                        Tone.SUCCESS,
                                                        texts.text("published", version.key()));
                                    });
                        });
        go.setId("publish-go");
        String warning =
                model.editor().findings().isEmpty()
                        ? texts.text("publish.clean")
                        : texts.text("publish.findings", model.editor().findings().size());
        context.overlay()
                .show(
                        texts.text("publish.title", model.editor().draft().get().title()),
                        new VBox(
                                12,
                                Kit.body(texts.text("publish.text")),
                                Kit.muted(warning),
                                Kit.field(texts.text("publish.note"), note)),
                        go,
                        Kit.button(Messages.of("").text("cancel"), context.overlay()::close));
    }

    @Override
    public String id() {
        return "rubrics";
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void shown() {
        model.load();
    }

    @Override
    public void hidden() {
        root.requestFocus(); // fields commit when they lose the focus
    }

    @Override
    public void open(String target) {
        model.open(target);
    }

    @Override
    public Node status() {
        return saved;
    }

    @Override
    public List<Command> commands() {
        return List.of(
                new Command(texts.text("publish"), "Ctrl Enter", this::publish),
                new Command(texts.text("import"), "", files::read),
                new Command(texts.text("export"), "", files::export));
    }

    @Override
    public List<KeyHint> keyHints() {
        return List.of(
                new KeyHint("Alt ↑", texts.text("key.up")),
                new KeyHint("Alt ↓", texts.text("key.down")),
                new KeyHint("Ctrl Z", texts.text("key.undo")),
                new KeyHint("Ctrl Shift Z", texts.text("key.redo")),
                new KeyHint("Ctrl Enter", texts.text("publish")),
                new KeyHint("Enter", texts.text("key.open")),
                new KeyHint("P", texts.text("key.panel")));
    }

    @Override
    public boolean key(KeyEvent event) {
        if (model.editor().draft().get() == null) {
            return false;
        }
        boolean plain = !event.isShortcutDown() && !event.isAltDown();
        boolean typing = event.getTarget() instanceof TextInputControl;
        if (event.isAltDown() && event.getCode() == KeyCode.UP) {
            moveStage(-1);
        } else if (event.isAltDown() && event.getCode() == KeyCode.DOWN) {
            moveStage(1);
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.ENTER) {
            root.requestFocus();
            publish();
        } else if (!typing && plain && event.getCode() == KeyCode.P) {
            showOrHidePanel();
        } else if (!typing && event.isShortcutDown() && event.getCode() == KeyCode.Z) {
            if (event.isShiftDown()) {
                model.editor().redo();
            } else {
                model.editor().undo();
            }
        } else {
            return false;
        }
        return true;
    }

    private void showOrHidePanel() {
        if (drawer.isVisible()) {
            drawer.fire();
        } else {
            folded = !folded;
            fold(root.getWidth());
        }
    }

    private void moveStage(int by) {
        root.requestFocus(); // what is being typed goes in first, into the stage it was typed for
        editor.moveStage(by);
    }

    @Override
    public void closed() {
        model.editor().close();
    }
}
