package org.stepwright.ui.rubrics.drafting;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.prm.live.draft.RubricDrafter;
import org.stepwright.rubric.Rubric;
import org.stepwright.ui.kit.KeyHint;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.ScreenContext;
import org.stepwright.ui.kit.Sheets;
import org.stepwright.ui.kit.SubPage;
import org.stepwright.ui.kit.TabKey;
import org.stepwright.ui.kit.TaskStrip;
import org.stepwright.ui.kit.Tone;
import org.stepwright.work.WorkFailed;

/** A rubric drafted by a live model, accepted piece by piece. Use on the UI thread. */
public final class DraftingView implements SubPage {
    /** A file of more bytes holds more than the characters that a model may be given. */
    private static final long MOST_BYTES = 1 << 20;

    private final ScreenContext context;
    private final Messages texts = Messages.of("rubrics-drafting");
    private final Supplier<Rubric> draft;
    private final ProposalsViewModel model;
    private final Asks asks;
    private final ConnectionBar connections;
    private final BorderPane root = new BorderPane();
    private final TextArea description = new TextArea();
    private final VBox notices = new VBox(8);
    private final TaskStrip strip;
    private final Button go;
    private final ToggleButton fresh = Kit.chip(texts.text("mode.new"));
    private final ToggleButton improve = Kit.chip(texts.text("mode.improve"));

    /**
     * @param context what the screen got
     * @param draft the open draft, null for none
     * @param apply changes the open draft, as one step of undo
     * @param create saves a rubric as a new draft and opens it
     */
    public DraftingView(
            ScreenContext context,
            Supplier<Rubric> draft,
            Consumer<UnaryOperator<Rubric>> apply,
            Consumer<Rubric> create) {
        this.context = context;
        this.draft = draft;
        this.asks = new Asks(new RubricDrafter(context.app().live()));
        this.model =
                new ProposalsViewModel(
                        () -> context.app().settings().current().connections(),
                        apply,
                        create,
                        context.tasks(),
                        texts);
        this.connections = new ConnectionBar(context, model, texts);
        this.strip = new TaskStrip("drafting-progress", context.tasks().runner());
        this.go = Kit.primary(texts.text("draft"), this::draft);
        build();
    }

    private void build() {
        Sheets.add(root, "rubrics-drafting");
        root.setId("rubrics-drafting");
        go.setId("drafting-go");
        description.setId("drafting-description");
        description.setWrapText(true);
        description.setPromptText(texts.text("description.prompt"));
        TabKey.leaves(description);
        Node field = Kit.field(texts.text("description"), description);
        VBox.setVgrow(description, Priority.ALWAYS);
        VBox.setVgrow(field, Priority.ALWAYS);
        Button file = Kit.button(texts.text("file"), this::load);
        file.setId("drafting-file");
        file.setGraphic(Kit.icon(Feather.FILE_TEXT));
        VBox left =
                new VBox(
                        12,
                        modes(),
                        field,
                        connections.node(),
                        Kit.muted(texts.text("sent")),
                        new FlowPane(8, 8, go, file),
                        strip.node(),
                        notices);
        left.getStyleClass().add("drafting-left");
        root.setLeft(left);
        root.setCenter(new ProposalsPane(model, texts, "empty", this::accepted).node());
        model.trouble().addListener((o, was, is) -> showNotices());
        model.running()
                .addListener(
                        (o, was, is) -> {
                            strip.watch(is);
                            enable();
                        });
        model.connection().addListener((o, was, is) -> enable());
        description.textProperty().addListener((o, was, is) -> enable());
        improve.selectedProperty().addListener((o, was, is) -> enable());
        enable();
        showNotices();
    }

    private Node modes() {
        ToggleGroup group = new ToggleGroup();
        fresh.setId("drafting-new");
        improve.setId("drafting-improve");
        for (ToggleButton chip : List.of(fresh, improve)) {
            chip.setToggleGroup(group);
            chip.setOnAction(e -> chip.setSelected(true));
        }
        fresh.setSelected(true);
        return new FlowPane(8, 6, fresh, improve);
    }

    private void enable() {
        boolean asked = !description.getText().isBlank() || improve.isSelected();
        go.setDisable(model.connection().get() == null || model.running().get() != null || !asked);
    }

    private void draft() {
        Rubric current = improve.isSelected() ? draft.get() : null;
        connections.remember();
        model.ask(
                texts.text("task"),
                asks.rubric(
                        model.connection().get(),
                        description.getText(),
                        current,
                        List.copyOf(context.verifiers().kinds())));
    }

    private void load() {
        context.files().open(texts.text("file"), "*.md", "*.txt").stream()
                .findFirst()
                .ifPresent(
                        file ->
                                context.tasks()
                                        .query(
                                                () -> read(file),
                                                description::setText,
                                                model.trouble()::set));
    }

    private String read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new WorkFailed(texts.text("file.large", file.getFileName()));
            }
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new WorkFailed(texts.text("file.text", file.getFileName()), e);
        } catch (IOException e) {
            throw new WorkFailed(texts.text("file.unreadable", file), e);
        }
    }

    private void accepted(int left) {
        context.navigator()
                .say(
                        left == 0 ? Tone.SUCCESS : Tone.WARNING,
                        left == 0 ? texts.text("accepted") : texts.text("accepted.left", left));
    }

    private void showNotices() {
        String why = model.trouble().get();
        notices.getChildren().clear();
        if (!why.isEmpty()) {
            notices.getChildren().add(Kit.banner(Tone.WARNING, why));
        }
        Kit.show(notices, !why.isEmpty());
    }

    @Override
    public String title() {
        return texts.text("title");
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void shown() {
        connections.load();
        boolean any = draft.get() != null;
        Kit.show(improve, any);
        Kit.show(fresh, any);
        if (any) {
            improve.setText(texts.text("mode.improve.this", draft.get().title()));
        } else {
            fresh.setSelected(true);
        }
        description.requestFocus();
    }

    @Override
    public boolean key(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.ENTER) {
            go.fire();
            return true;
        }
        return false;
    }

    @Override
    public List<KeyHint> keyHints() {
        return List.of(
                new KeyHint("Ctrl Enter", texts.text("draft")),
                new KeyHint("Space", texts.text("key.tick")));
    }
}
