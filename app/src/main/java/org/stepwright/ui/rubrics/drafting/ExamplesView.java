package org.stepwright.ui.rubrics.drafting;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.stepwright.prm.live.draft.RubricDrafter;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.Scale;
import org.stepwright.ui.kit.KeyHint;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.ScreenContext;
import org.stepwright.ui.kit.Sheets;
import org.stepwright.ui.kit.SubPage;
import org.stepwright.ui.kit.TaskStrip;
import org.stepwright.ui.kit.Tone;

/**
 * Examples for the levels of a criterion, written by a live model, accepted one by one. Use on the
 * UI thread.
 */
public final class ExamplesView implements SubPage {
    private final ScreenContext context;
    private final Messages texts = Messages.of("rubrics-drafting");
    private final Supplier<Rubric> draft;
    private final ProposalsViewModel model;
    private final Asks asks;
    private final ConnectionBar connections;
    private final BorderPane root = new BorderPane();
    private final VBox levels = new VBox(10);
    private final Label criterionTitle = Kit.heading("");
    private final List<CheckBox> ticks = new ArrayList<>();
    private final VBox notices = new VBox(8);
    private final TaskStrip strip;
    private final Button go;
    private String criterionId = "";

    /**
     * @param context what the screen got
     * @param draft the open draft, null for none
     * @param apply changes the open draft, as one step of undo
     */
    public ExamplesView(
            ScreenContext context, Supplier<Rubric> draft, Consumer<UnaryOperator<Rubric>> apply) {
        this.context = context;
        this.draft = draft;
        this.asks = new Asks(new RubricDrafter(context.app().live()));
        this.model =
                new ProposalsViewModel(
                        () -> context.app().settings().current().connections(),
                        apply,
                        rubric -> {
                            // examples belong to a rubric that is there
                        },
                        context.tasks(),
                        texts);
        this.connections = new ConnectionBar(context, model, texts);
        this.strip = new TaskStrip("examples-progress", context.tasks().runner());
        this.go = Kit.primary(texts.text("examples.go"), this::write);
        build();
    }

    private void build() {
        Sheets.add(root, "rubrics-drafting");
        root.setId("rubrics-examples");
        go.setId("examples-go");
        levels.setId("examples-levels");
        criterionTitle.setWrapText(true);
        VBox left =
                new VBox(
                        12,
                        criterionTitle,
                        Kit.muted(texts.text("examples.what")),
                        levels,
                        connections.node(),
                        Kit.muted(texts.text("examples.sent")),
                        go,
                        strip.node(),
                        notices);
        left.getStyleClass().add("drafting-left");
        ScrollPane scroll = Kit.scroll(left);
        scroll.setFitToHeight(true);
        root.setLeft(scroll);
        root.setCenter(new ProposalsPane(model, texts, "examples.empty", this::accepted).node());
        model.trouble().addListener((o, was, is) -> showNotices());
        model.connection().addListener((o, was, is) -> enable());
        model.running()
                .addListener(
                        (o, was, is) -> {
                            strip.watch(is);
                            enable();
                        });
        showNotices();
    }

    private Optional<Criterion> criterion() {
        return Optional.ofNullable(draft.get()).stream()
                .flatMap(r -> r.criteria().stream())
                .filter(c -> c.id().equals(criterionId))
                .findFirst();
    }

    /** A level without an example is ticked; one that has one keeps it unless it is ticked. */
    private void showLevels() {
        levels.getChildren().clear();
        ticks.clear();
        criterionTitle.setText(criterion().map(Criterion::title).orElse(""));
        List<Scale.Level> all = criterion().map(c -> c.scale().levels()).orElse(List.of());
        if (all.isEmpty()) {
            levels.getChildren().add(Kit.muted(texts.text("examples.levels.none")));
        }
        for (Scale.Level level : all) {
            CheckBox tick = new CheckBox(name(level));
            tick.setId("examples-level-" + ticks.size());
            tick.setWrapText(true);
            tick.setUserData(level.value());
            tick.setSelected(level.example().isBlank());
            tick.selectedProperty().addListener((o, was, is) -> enable());
            ticks.add(tick);
            String now =
                    level.example().isBlank()
                            ? texts.text("examples.level.none")
                            : texts.text("examples.level.now", level.example());
            Label example = Kit.muted(now);
            example.getStyleClass().add("examples-now");
            levels.getChildren().add(new VBox(2, tick, example));
        }
        enable();
    }

    private static String name(Scale.Level level) {
        String value = NumberFormat.getInstance().format(level.value());
        String words = level.name().isEmpty() ? level.anchor() : level.name();
        return words.isEmpty() ? value : value + " · " + words;
    }

    private List<Double> wanted() {
        return ticks.stream()
                .filter(CheckBox::isSelected)
                .map(t -> (Double) t.getUserData())
                .toList();
    }

    private void enable() {
        go.setDisable(
                model.connection().get() == null
                        || model.running().get() != null
                        || wanted().isEmpty());
    }

    private void write() {
        connections.remember();
        model.ask(
                texts.text("examples.task"),
                asks.examples(model.connection().get(), draft.get(), criterionId, wanted()));
    }

    private void accepted(int left) {
        context.navigator()
                .say(
                        left == 0 ? Tone.SUCCESS : Tone.WARNING,
                        left == 0
                                ? texts.text("examples.accepted")
                                : texts.text("accepted.left", left));
        showLevels();
    }

    private void showNotices() {
        String why = model.trouble().get();
        notices.getChildren().clear();
        if (!why.isEmpty()) {
            notices.getChildren().add(Kit.banner(Tone.WARNING, why));
        }
        Kit.show(notices, !why.isEmpty());
    }

    /**
     * Chooses the criterion; call before the page is shown.
     *
     * @param criterion its id
     */
    public void choose(String criterion) {
        if (!criterion.equals(criterionId)) {
            criterionId = criterion;
            model.clear();
            model.trouble().set("");
        }
    }

    @Override
    public String title() {
        return texts.text("examples.title");
    }

    @Override
    public Node node() {
        return root;
    }

    @Override
    public void shown() {
        connections.load();
        showLevels();
        if (go.isDisabled() && !ticks.isEmpty()) {
            ticks.get(0).requestFocus();
        } else {
            go.requestFocus();
        }
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
                new KeyHint("Ctrl Enter", texts.text("examples.go")),
                new KeyHint("Space", texts.text("key.tick")));
    }
}
