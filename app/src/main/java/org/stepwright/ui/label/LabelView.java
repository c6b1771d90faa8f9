package org.stepwright.ui.label;

import java.time.Clock;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.RubricChoice;
import org.stepwright.ui.kit.ScreenContext;
import org.stepwright.ui.kit.Sheets;
import org.stepwright.ui.kit.Tone;

/** Labelling by one annotator: the models and where their parts stand. */
final class LabelView extends BorderPane implements LabelCommands.Parts {
    /** Narrower than this, the rubric folds into a drawer. */
    private static final double WIDE = 1180;

    private final Messages texts;
    private final LabelViewModel model;
    private final LabelCommands commands;
    private final QueuePane queuePane;
    private final TracePane tracePane;
    private final RubricPane rubricPane;
    private final LabelStatus status;
    private final ModeBar modeBar;
    private final VBox banners = new VBox();
    private final StackPane middle = new StackPane();
    private final Subscription outside;
    private final ReadOnlyIntegerProperty textSize;
    private boolean narrow;
    private boolean drawerOpen;

    /** The drawer was opened by a key that works in it, so it closes when that is over. */
    private boolean drawerLent;

    LabelView(ScreenContext context, SaveQueue saves, Clock clock, Messages texts) {
        this.texts = texts;
        textSize = context.appearance().textSize();
        model =
                new LabelViewModel(
                        context.tasks(),
                        context.workspace().labels(),
                        new LabelMemory(
                                context.app().settings(),
                                context.workspace().file(),
                                context.annotator()),
                        new TraceReader(context.workspace(), context.verifiers(), clock),
                        new RubricChoice(context.workspace(), context.app().settings()),
                        new QueueViewModel(
                                context.tasks(), context.workspace().traces(), context.annotator()),
                        saves,
                        context.annotator(),
                        clock,
                        System::nanoTime);
        commands = new LabelCommands(model, this, context.overlay(), texts);
        Button toData =
                Kit.primary(texts.text("empty.button"), () -> context.navigator().show("data"));
        Button toRubrics =
                Kit.button(
                        texts.text("rubric.none.button"),
                        () -> context.navigator().show("rubrics"));
        queuePane = new QueuePane(model, texts, this::backToSteps);
        modeBar = new ModeBar(model, Messages.of("label-modes"));
        Sheets.add(this, "label-modes");
        tracePane = new TracePane(model, texts, commands::act, toData);
        rubricPane = new RubricPane(model, texts, toRubrics, this::backToSteps);
        status = new LabelStatus(model, texts);
        build();
        // Both outlive this view when another annotator takes over.
        Runnable unlisten = context.changes().listen(model::load);
        outside =
                saves.trouble()
                        .subscribe(this::showTrouble)
                        .and(textSize.subscribe((was, is) -> arrange()))
                        .and(unlisten::run);
    }

    private void build() {
        middle.getChildren().add(tracePane);
        VBox centre = new VBox(banners, modeBar, middle);
        VBox.setVgrow(middle, Priority.ALWAYS);
        setLeft(queuePane);
        setCenter(centre);
        widthProperty().addListener((o, was, is) -> arrange());
        arrange();
        model.session().current().addListener((o, was, is) -> takeDrawerBack());
        model.hint().addListener((o, was, is) -> showHint());
        model.trouble().addListener((o, was, is) -> showTrouble());
        showTrouble();
    }

    /** At full width the rubric stands at the right; else it is a drawer over the steps. */
    private void arrange() {
        narrow = getWidth() < WIDE * (0.5 + textSize.get() / 200.0);
        tracePane.narrow(narrow);
        setRight(null);
        middle.getChildren().remove(rubricPane);
        rubricPane.getStyleClass().remove("drawer");
        Kit.show(rubricPane, true);
        if (!narrow) {
            setRight(rubricPane);
            return;
        }
        rubricPane.getStyleClass().add("drawer");
        middle.getChildren().add(rubricPane);
        StackPane.setAlignment(rubricPane, Pos.CENTER_RIGHT);
        Kit.show(rubricPane, drawerOpen);
    }

    private void showHint() {
        Hint hint = model.hint().get();
        tracePane.hint().setText(hint == Hint.NONE ? "" : texts.text("hint." + hint));
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

    // --- what the commands ask for

    @Override
    public QueuePane queue() {
        return queuePane;
    }

    @Override
    public TracePane steps() {
        return tracePane;
    }

    @Override
    public RubricPane rubric() {
        return rubricPane;
    }

    @Override
    public void drawer(boolean open) {
        if (narrow) {
            drawerLent = false;
            drawerOpen = open;
            Kit.show(rubricPane, open);
            if (!open) {
                rubricPane.cursor().leave();
            }
        }
    }

    @Override
    public void lendDrawer() {
        if (narrow && !drawerOpen) {
            drawer(true);
            drawerLent = true;
        }
    }

    /** The steps are to be read and judged again, and the drawer covers their verdicts. */
    private void takeDrawerBack() {
        if (drawerLent && !rubricPane.cursor().rating() && !rubricPane.comment().typing()) {
            drawer(false);
        }
    }

    @Override
    public boolean drawerOpen() {
        return drawerOpen;
    }

    @Override
    public void backToSteps() {
        rubricPane.cursor().leave();
        tracePane.getScene().getRoot().requestFocus();
        tracePane.focusCurrent();
        takeDrawerBack();
    }

    // --- what the screen asks for

    LabelViewModel model() {
        return model;
    }

    LabelCommands commands() {
        return commands;
    }

    LabelStatus status() {
        return status;
    }

    /** Sends what is still being typed on its way to the disk. */
    void keepTyped() {
        rubricPane.comment().keep();
    }

    /** Stops listening to what outlives this view. */
    void close() {
        outside.unsubscribe();
        status.close();
    }
}
