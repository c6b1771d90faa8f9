package org.stepwright.ui.label.compare;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.stepwright.label.Preference.Choice;
import org.stepwright.trace.Trace;
import org.stepwright.ui.kit.ActionKeys;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Sheets;

/** Two answers side by side under their problem, and the four things that can be said of them. */
public final class ComparePane extends StackPane {
    private static final Map<String, Choice> CHOICES =
            Map.of(
                    "preferFirst", Choice.FIRST,
                    "preferSecond", Choice.SECOND,
                    "preferTie", Choice.TIE,
                    "preferNeither", Choice.NEITHER);
    private static final double LEAP = 0.8;

    private final CompareViewModel model;
    private final ActionKeys keys;
    private final Messages texts = Messages.of("label-compare");
    private final Function<String, Node> problemOf;
    private final BiFunction<Trace, Integer, Node> stepOf;
    private final VBox problem = new VBox(6);
    private final VBox left = new VBox(8);
    private final VBox right = new VBox(8);
    private final ScrollPane leftScroll = Kit.scroll(left);
    private final ScrollPane rightScroll = Kit.scroll(right);
    private final TextField reason = new TextField();
    private final Label hint = Kit.muted("");
    private final Label count = Kit.muted("");
    private final VBox work = new VBox(10);
    private final VBox nothing;

    /**
     * @param keys the keys as the user set them
     * @param problemOf shows a problem
     * @param stepOf shows a step of a trace
     */
    public ComparePane(
            CompareViewModel model,
            ActionKeys keys,
            Function<String, Node> problemOf,
            BiFunction<Trace, Integer, Node> stepOf) {
        this.model = model;
        this.keys = keys;
        this.problemOf = problemOf;
        this.stepOf = stepOf;
        setId("compare");
        setMinWidth(0); // out of sight it must not hold the window wide
        Sheets.add(this, "label-compare");
        getStyleClass().add("compare");
        nothing =
                Kit.emptyState(
                        Feather.COLUMNS,
                        texts.text("nothing.title"),
                        texts.text("nothing.text"),
                        null);
        nothing.setId("compare-nothing");
        problem.getStyleClass().add("problem-card");
        problem.setId("compare-problem");
        GridPane answers = new GridPane();
        answers.setHgap(12);
        answers.getColumnConstraints().addAll(half(), half());
        answers.add(side("left", leftScroll), 0, 0);
        answers.add(side("right", rightScroll), 1, 0);
        VBox.setVgrow(answers, Priority.ALWAYS);
        work.getStyleClass().add("compare-work");
        work.getChildren().addAll(problem, answers, says());
        getChildren().addAll(work, nothing);
        model.sides().subscribe(this::show);
        model.hint().subscribe(this::show);
        model.open().subscribe(this::showCount);
        model.done().subscribe(this::showCount);
        show();
        showCount();
    }

    private static ColumnConstraints half() {
        ColumnConstraints half = new ColumnConstraints();
        half.setPercentWidth(50);
        return half;
    }

    private VBox side(String name, ScrollPane scroll) {
        scroll.setId("compare-" + name);
        scroll.setAccessibleText(texts.text("answer." + name));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox side = new VBox(6, Kit.heading(texts.text("answer." + name)), scroll);
        side.getStyleClass().add("compare-side");
        GridPane.setVgrow(side, Priority.ALWAYS);
        return side;
    }

    private VBox says() {
        FlowPane choices =
                new FlowPane(
                        8,
                        6,
                        button("preferFirst"),
                        button("preferTie"),
                        button("preferNeither"),
                        button("preferSecond"),
                        count);
        count.setId("compare-count");
        reason.setId("compare-reason");
        reason.setPromptText(texts.text("reason"));
        reason.setAccessibleText(texts.text("reason"));
        reason.textProperty().bindBidirectional(model.reason());
        reason.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> {
                    if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.ESCAPE) {
                        e.consume();
                        focus();
                    }
                });
        HBox.setHgrow(reason, Priority.ALWAYS);
        hint.setId("compare-hint");
        HBox why = Kit.row(keys.cap("comment"), reason);
        why.setAlignment(Pos.CENTER_LEFT);
        return new VBox(8, choices, why, hint);
    }

    private Button button(String what) {
        Button button = Kit.button(texts.text(what), () -> act(what));
        button.setId("compare-" + what);
        button.setGraphic(keys.cap(what));
        button.setContentDisplay(ContentDisplay.RIGHT);
        return button;
    }

    private void show() {
        CompareViewModel.Sides sides = model.sides().get();
        CompareViewModel.Hint now = model.hint().get();
        hint.setText(texts.text("hint." + now));
        Kit.show(hint, now != CompareViewModel.Hint.NONE);
        boolean none = sides == null && now == CompareViewModel.Hint.NO_PAIRS;
        work.setVisible(!none);
        Kit.show(nothing, none);
        problem.getChildren().clear();
        left.getChildren().clear();
        right.getChildren().clear();
        if (sides == null) {
            if (now == CompareViewModel.Hint.DONE) {
                problem.getChildren().add(Kit.body(texts.text("hint.DONE")));
            }
            return;
        }
        problem.getChildren()
                .addAll(
                        Kit.heading(texts.text("problem")),
                        problemOf.apply(sides.left().problem()));
        fill(left, sides.left());
        fill(right, sides.right());
        leftScroll.setVvalue(0);
        rightScroll.setVvalue(0);
        focus();
    }

    private void fill(VBox column, Trace trace) {
        for (int i = 0; i < trace.steps().size(); i++) {
            Label number = new Label(String.valueOf(i + 1));
            number.getStyleClass().add("step-number");
            number.setMinWidth(24);
            Node step = stepOf.apply(trace, i);
            HBox.setHgrow(step, Priority.ALWAYS);
            HBox row = new HBox(8, number, step);
            row.getStyleClass().add("compare-step");
            column.getChildren().add(row);
        }
    }

    private void showCount() {
        count.setText(texts.text("count", model.done().get(), model.open().get()));
    }

    /** Gives the answers the keyboard. */
    public void focus() {
        if (getScene() != null && isVisible()) {
            leftScroll.requestFocus();
        }
    }

    /**
     * Does what a key or a button asks for, by the name of its action.
     *
     * @return whether it means something here
     */
    public boolean act(String what) {
        if (CHOICES.containsKey(what)) {
            model.prefer(CHOICES.get(what));
            return true;
        }
        switch (what) {
            case "comment" -> reason.requestFocus();
            case "scrollDown", "down" -> scroll(1);
            case "scrollUp", "up" -> scroll(-1);
            case "nextTrace" -> model.skip();
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Both answers at once, as they are read against each other. */
    private void scroll(int direction) {
        for (ScrollPane scroll : new ScrollPane[] {leftScroll, rightScroll}) {
            double view = scroll.getViewportBounds().getHeight();
            double hidden = scroll.getContent().getLayoutBounds().getHeight() - view;
            if (hidden > 0) {
                double next = scroll.getVvalue() + direction * LEAP * view / hidden;
                scroll.setVvalue(Math.max(0, Math.min(1, next)));
            }
        }
    }
}
