package org.stepwright.ui.label;

import java.time.Clock;
import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.stepwright.ui.kit.ActionKeys;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.ScreenContext;
import org.stepwright.ui.kit.Sheets;
import org.stepwright.ui.kit.Tone;
import org.stepwright.ui.label.compare.ComparePane;
import org.stepwright.ui.prose.Prose;

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
    private final ComparePane comparePane;
    private final VBox banners = new VBox();
    private final StackPane middle = new StackPane();
    private final FeedbackPane feedbackPane;
    private final Runnable dashboard;
    private final Subscription outside;
    private final ReadOnlyIntegerProperty textSize;
    private boolean narrow;
    private boolean drawerOpen;

    /** The drawer was opened by a key that works in it, so it closes when that is over. */
    private boolean drawerLent;

    LabelView(
            ScreenContext context,
            SaveQueue saves,
            Clock clock,
            Messages texts,
            ActionKeys keys,
            Runnable dashboard) {
        this.dashboard = dashboard;
        this.texts = texts;
        textSize = context.appearance().textSize();
        model = LabelModels.of(context, saves, clock);
        LabelForms forms =
                new LabelForms(
                        model,
                        context.overlay(),
                        texts,
                        context.app().settings(),
                        context.tasks(),
                        why -> context.navigator().say(Tone.WARNING, why));
        commands = new LabelCommands(model, this, forms, keys);
        Button toData =
                Kit.primary(texts.text("empty.button"), () -> context.navigator().show("data"));
        Button toRubrics =
                Kit.button(
                        texts.text("rubric.none.button"),
                        () -> context.navigator().show("rubrics"));
        queuePane = new QueuePane(model, texts, context.overlay(), this::backToSteps);
        Prose prose = new Prose();
        comparePane =
                new ComparePane(
                        model.compare(),
                        keys,
                        problem -> Folded.middle(problem, 1200, 14, prose::node, texts),
                        (trace, step) ->
                                new Folded(
                                        trace.steps().get(step).text(),
                                        1400,
                                        18,
                                        prose::node,
                                        texts));
        modeBar = new ModeBar(model, Messages.of("label-modes"), keys);
        feedbackPane =
                new FeedbackPane(
                        model,
                        Messages.of("label-modes"),
                        keys,
                        text -> new Folded(text, 360, 4, prose::node, texts));
        Sheets.add(this, "label-modes");
        Sheets.add(comparePane, "label-cards"); // formulas look the same wherever they stand
        Sheets.add(feedbackPane, "label-cards");
        tracePane = new TracePane(model, texts, keys, commands::act, toData);
        rubricPane = new RubricPane(model, texts, keys, toRubrics, this::backToSteps);
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
        middle.getChildren().addAll(tracePane, comparePane, feedbackPane);
        VBox centre = new VBox(banners, modeBar, middle);
        centre.setMinWidth(0); // else it would lie over the queue
        VBox.setVgrow(middle, Priority.ALWAYS);
        setLeft(queuePane);
        setCenter(centre);
        // With the rubric beside it, what it needs is wider than a small window, and it would keep
        // that width when the window shrinks.
        setMinWidth(0);
        widthProperty().addListener((o, was, is) -> arrange());
        arrange();
        model.session().current().addListener((o, was, is) -> takeDrawerBack());
        model.hint().addListener((o, was, is) -> showHint());
        model.session().hidesScores().addListener((o, was, is) -> showHint());
        model.mode().mode().addListener((o, was, is) -> arrange());
        model.after().feedback().addListener((o, was, is) -> arrange());
        for (StringProperty trouble : troubles()) {
            trouble.addListener((o, was, is) -> showTrouble());
        }
        showTrouble();
    }

    /** At full width the rubric stands at the right; else it is a drawer over the steps. */
    private void arrange() {
        boolean comparing = model.comparing();
        boolean telling = model.after().telling();
        Kit.show(comparePane, comparing);
        Kit.show(tracePane, !comparing && !telling);
        Kit.show(feedbackPane, telling);
        queuePane.comparing(comparing);
        queuePane.textSize(textSize.get());
        tracePane.textSize(textSize.get());
        narrow = getWidth() < WIDE * (0.5 + textSize.get() / 200.0);
        tracePane.narrow(narrow);
        setRight(null);
        middle.getChildren().remove(rubricPane);
        rubricPane.getStyleClass().remove("drawer");
        Kit.show(rubricPane, !comparing && !telling);
        if (comparing || telling) {
            return;
        }
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
        boolean hides = model.session().hidesScores().get();
        String calm = hides ? texts.text("hint.HIDDEN") : "";
        tracePane.hint().setText(hint == Hint.NONE ? calm : texts.text("hint." + hint));
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
        troubles().stream()
                .map(StringProperty::get)
                .filter(why -> !why.isEmpty())
                .distinct()
                .forEach(why -> banners.getChildren().add(Kit.banner(Tone.WARNING, why)));
    }

    private List<StringProperty> troubles() {
        return List.of(
                model.trouble(),
                model.queue().trouble(),
                model.plan().order().trouble(),
                model.plan().views().trouble(),
                model.compare().trouble());
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
    public void dashboard() {
        dashboard.run();
    }

    @Override
    public ComparePane compare() {
        return comparePane;
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
        focusWork();
        takeDrawerBack();
    }

    // --- what the screen asks for

    /** Gives what is worked on the keyboard. */
    void focusWork() {
        if (model.comparing()) {
            comparePane.focus();
        } else {
            tracePane.focusCurrent();
        }
    }

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
        model.leave();
        outside.unsubscribe();
        status.close();
    }
}
