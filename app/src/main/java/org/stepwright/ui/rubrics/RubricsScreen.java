package org.stepwright.ui.rubrics;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
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
    private final Node panel;

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
                        context.tasks());
        this.files = new RubricFiles(context, model, texts, yaml);
        this.editor = new StageEditor(model, texts, context.overlay());
        this.stages =
                new StagesPane(
                        model, texts, new NewRubricMenu(model, texts, context.overlay(), files));
        this.panel = new SidePanel(model, texts).node();
        build();
    }

    private void build() {
        Node empty = new NewRubricMenu(model, texts, context.overlay(), files).emptyState();
        content.setLeft(stages.node());
        content.setCenter(middle());
        root.setId("screen-rubrics");
        root.getChildren().addAll(content, empty);
        Runnable toggle =
                () -> {
                    boolean any = model.draft().get() != null;
                    content.setVisible(any);
                    empty.setVisible(!any && model.loaded().get());
                };
        model.draft().addListener((o, before, after) -> toggle.run());
        model.loaded().addListener((o, before, after) -> toggle.run());
        toggle.run();
        root.widthProperty().addListener((o, before, after) -> fold(after.doubleValue()));
        model.savedAt()
                .addListener(
                        (o, before, at) ->
                                saved.setText(
                                        texts.text(
                                                "saved",
                                                DateTimeFormatter.ofLocalizedTime(
                                                                FormatStyle.MEDIUM)
                                                        .withZone(ZoneId.systemDefault())
                                                        .format(at),
                                                model.undoDepth().get())));
        model.trouble()
                .addListener(
                        (o, before, why) -> {
                            if (!why.isEmpty()) {
                                context.navigator().say(Tone.DANGER, why);
                            }
                        });
    }

    private Node middle() {
        RubricHeader header = new RubricHeader(model, texts, this::publish, files::export);
        VBox page = new VBox(16, header.node(), editor.node());
        page.getStyleClass().add("page");
        ScrollPane scroll = Kit.scroll(page);
        scroll.setId("rubrics-middle");
        return scroll;
    }

    private void fold(double width) {
        content.setRight(width >= PANEL_FROM_WIDTH ? panel : null);
    }

    private void publish() {
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
                model.findings().isEmpty()
                        ? texts.text("publish.clean")
                        : texts.text("publish.findings", model.findings().size());
        context.overlay()
                .show(
                        texts.text("publish.title", model.draft().get().title()),
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
                new KeyHint("Enter", texts.text("key.open")));
    }

    @Override
    public boolean key(KeyEvent event) {
        if (model.draft().get() == null) {
            return false;
        }
        boolean typing = event.getTarget() instanceof TextInputControl;
        if (event.isAltDown() && event.getCode() == KeyCode.UP) {
            editor.moveStage(-1);
        } else if (event.isAltDown() && event.getCode() == KeyCode.DOWN) {
            editor.moveStage(1);
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.ENTER) {
            root.requestFocus();
            publish();
        } else if (!typing && event.isShortcutDown() && event.getCode() == KeyCode.Z) {
            if (event.isShiftDown()) {
                model.redo();
            } else {
                model.undo();
            }
        } else {
            return false;
        }
        return true;
    }
}
