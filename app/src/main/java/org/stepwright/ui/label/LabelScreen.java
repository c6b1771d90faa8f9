package org.stepwright.ui.label;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.label.Verdict;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.TraceState;
import org.stepwright.ui.kit.Command;
import org.stepwright.ui.kit.KeyHint;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.RubricChoice;
import org.stepwright.ui.kit.Screen;
import org.stepwright.ui.kit.ScreenContext;
import org.stepwright.ui.kit.ScreenFactory;
import org.stepwright.ui.kit.ScreenFactory.Place;
import org.stepwright.ui.kit.Tone;

/** Labelling: queue, steps, rubric. */
public final class LabelScreen implements Screen {
    /** Its entry in the navigation. */
    public static final ScreenFactory FACTORY =
            new ScreenFactory(
                    "label",
                    Feather.EDIT_3,
                    Place.MAIN,
                    true,
                    LabelScreen::new,
                    w ->
                            w.workspace()
                                    .traces()
                                    .count(
                                            new TraceFilter("", TraceState.OPEN, "", "", null),
                                            w.annotator()));

    /** Narrower than this, the rubric folds into a drawer. */
    private static final double WIDE = 1180;

    private final ScreenContext context;
    private final Messages texts = Messages.of("label");
    private final LabelViewModel model;
    private final QueuePane queuePane;
    private final TracePane tracePane;
    private final RubricPane rubricPane;
    private final LabelStatus status;
    private final VBox banners = new VBox();
    private final StackPane middle = new StackPane();
    private final BorderPane frame = new BorderPane();
    private final Runnable unlisten;
    private boolean narrow;
    private boolean drawerOpen;

    private LabelScreen(ScreenContext context) {
        this.context = context;
        Clock clock = Clock.systemDefaultZone();
        model =
                new LabelViewModel(
                        context.tasks(),
                        context.workspace().labels(),
                        new TraceReader(context.workspace(), clock),
                        new RubricChoice(context.workspace(), context.app().settings()),
                        new QueueViewModel(
                                context.tasks(), context.workspace().traces(), context.annotator()),
                        context.annotator(),
                        clock,
                        System::nanoTime);
        Button toData =
                Kit.primary(texts.text("empty.button"), () -> context.navigator().show("data"));
        Button toRubrics =
                Kit.button(
                        texts.text("rubric.none.button"),
                        () -> context.navigator().show("rubrics"));
        queuePane = new QueuePane(model, texts);
        tracePane = new TracePane(model, texts, this::act, toData);
        rubricPane = new RubricPane(model, texts, toRubrics, this::backToSteps);
        status = new LabelStatus(model, texts);
        build();
        unlisten = context.changes().listen(model::load);
    }

    private void build() {
        middle.getChildren().add(tracePane);
        VBox centre = new VBox(banners, middle);
        VBox.setVgrow(middle, javafx.scene.layout.Priority.ALWAYS);
        frame.setId("label");
        frame.setLeft(queuePane);
        frame.setCenter(centre);
        frame.widthProperty().addListener((o, was, is) -> arrange());
        arrange();
        model.hint().addListener((o, was, is) -> showHint());
        model.trouble().addListener((o, was, is) -> showTrouble());
        model.saves().trouble().addListener((o, was, is) -> showTrouble());
    }

    /** At full width the rubric stands at the right; else it is a drawer over the steps. */
    private void arrange() {
        narrow = frame.getWidth() < WIDE;
        tracePane.narrow(narrow);
        frame.setRight(null);
        middle.getChildren().remove(rubricPane);
        rubricPane.getStyleClass().remove("drawer");
        Kit.show(rubricPane, true);
        if (!narrow) {
            frame.setRight(rubricPane);
            return;
        }
        rubricPane.getStyleClass().add("drawer");
        middle.getChildren().add(rubricPane);
        StackPane.setAlignment(rubricPane, Pos.CENTER_RIGHT);
        Kit.show(rubricPane, drawerOpen);
    }

    private void drawer(boolean open) {
        if (narrow) {
            drawerOpen = open;
            Kit.show(rubricPane, open);
        }
    }

    private void backToSteps() {
        rubricPane.leave();
        tracePane.getScene().getRoot().requestFocus();
        tracePane.focusCurrent();
    }

    private void showHint() {
        LabelViewModel.Hint hint = model.hint().get();
        tracePane
                .hint()
                .setText(hint == LabelViewModel.Hint.NONE ? "" : texts.text("hint." + hint));
    }

    private void showTrouble() {
        banners.getChildren().clear();
        String notSaved = model.saves().trouble().get();
        if (!notSaved.isEmpty()) {
            Button retry = Kit.button(texts.text("retry"), model.saves()::retry);
            retry.setId("label-retry");
            banners.getChildren()
                    .add(Kit.banner(Tone.DANGER, texts.text("notSaved", notSaved), retry));
        }
        String other = model.trouble().get();
        if (!other.isEmpty()) {
            banners.getChildren().add(Kit.banner(Tone.WARNING, other));
        }
    }

    // --- actions

    /** What a button or a key asks for, by name. */
    private void act(String what) {
        switch (what) {
            case "wrong" -> model.verdict(Verdict.WRONG);
            case "neutral" -> model.verdict(Verdict.NEUTRAL);
            case "correct" -> model.verdict(Verdict.CORRECT);
            case "clear" -> model.clearVerdict();
            case "firstError" -> model.firstError();
            case "spark" -> model.toggleSpark();
            case "unsure" -> model.toggleUnsure();
            case "comment" -> {
                drawer(true);
                rubricPane.focusComment();
            }
            case "rate" -> {
                drawer(true);
                rubricPane.enter();
            }
            case "panel" -> drawer(!drawerOpen);
            case "reference" -> tracePane.toggleReference();
            case "unfold" -> tracePane.unfold();
            case "down" -> model.move(1);
            case "up" -> model.move(-1);
            case "first" -> model.moveTo(0);
            case "last" -> model.moveTo(Integer.MAX_VALUE);
            case "nextTrace" -> model.moveTrace(1);
            case "previousTrace" -> model.moveTrace(-1);
            case "undo" -> model.undo();
            case "redo" -> model.redo();
            case "submit" -> model.submit();
            case "giveUp" -> askReason("giveUp", model::giveUp);
            case "badProblem" -> askReason("badProblem", model::badProblem);
            case "filter" -> queuePane.focusFilter();
            default -> throw new IllegalArgumentException(what);
        }
    }

    private void askReason(String what, Consumer<String> done) {
        if (model.trace().get() == null) {
            return;
        }
        TextField reason = new TextField();
        reason.setId("label-reason");
        Button go =
                Kit.primary(
                        texts.text(what + ".go"),
                        () -> {
                            context.overlay().close();
                            done.accept(reason.getText().strip());
                        });
        go.setId("label-reason-go");
        Button cancel = Kit.button(texts.text("cancel"), context.overlay()::close);
        context.overlay()
                .show(
                        texts.text(what + ".title"),
                        Kit.field(texts.text("reason"), reason),
                        go,
                        cancel);
    }

    @Override
    public boolean key(KeyEvent event) {
        Object target = event.getTarget();
        boolean typing = target instanceof TextInputControl;
        String action = LabelKeys.action(event);
        if (typing) {
            boolean away = event.getCode() == javafx.scene.input.KeyCode.ESCAPE;
            if (away) {
                backToSteps();
            }
            return away;
        }
        if (target instanceof ButtonBase && LabelKeys.presses(event)
                || target instanceof ComboBoxBase) {
            return pressed(event);
        }
        if (queuePane.listFocused() && LabelKeys.walksList(event)) {
            if (event.getCode() == javafx.scene.input.KeyCode.ENTER) {
                queuePane.openSelected();
                return true;
            }
            return false;
        }
        if (rubricPane.rating() && rubricPane.key(event)) {
            return true;
        }
        if (action == null) {
            return false;
        }
        act(action);
        return true;
    }

    /** Enter presses the button that has the focus, as Space does. */
    private static boolean pressed(KeyEvent event) {
        if (event.getCode() == javafx.scene.input.KeyCode.ENTER
                && event.getTarget() instanceof ButtonBase button) {
            button.fire();
            return true;
        }
        return false;
    }

    // --- screen

    @Override
    public String id() {
        return FACTORY.id();
    }

    @Override
    public Node node() {
        return frame;
    }

    @Override
    public void shown() {
        model.load();
        tracePane.focusCurrent();
    }

    @Override
    public void hidden() {
        // labels are saved as they are given
    }

    @Override
    public void open(String traceId) {
        model.open(traceId);
    }

    @Override
    public Node status() {
        return status;
    }

    @Override
    public List<KeyHint> keyHints() {
        return LabelKeys.hints(texts);
    }

    @Override
    public List<Command> commands() {
        return LabelKeys.commands(texts, this::act);
    }

    @Override
    public void closed() {
        unlisten.run();
        model.close();
    }

    /** For tools that watch labelling; not for other screens. */
    LabelViewModel model() {
        return model;
    }
}
