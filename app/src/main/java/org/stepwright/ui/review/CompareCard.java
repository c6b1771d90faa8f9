package org.stepwright.ui.review;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.stepwright.label.Rating;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.trace.StepKind;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Tone;
import org.stepwright.ui.label.Folded;
import org.stepwright.ui.prose.Prose;

/** A step, everybody's answer to it, and the decision. The current one shows its keys. */
final class CompareCard extends HBox {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final PseudoClass DIFFERS = PseudoClass.getPseudoClass("differs");
    private static final int CHARS = 1000;
    private static final int LINES = 12;
    private static final int MARK = 48;
    private static final int MARKS_A_ROW = 4;
    private static final String[][] KEYS = {
        {"1", "wrong"},
        {"2", "neutral"},
        {"3", "correct"},
        {"E", "firstError"},
        {"C", "comment"},
        {"M", "remark"}
    };

    /** What a card needs to know of the screen. */
    record Around(
            List<Column> columns,
            UnaryOperator<String> called,
            Messages texts,
            Prose prose,
            Consumer<Integer> chosen,
            Consumer<String> key) {}

    private final Around around;
    private final Messages texts;
    private final int count;
    private final VBox said = new VBox(4);
    private final Label comment = new Label();
    private final FlowPane keys = new FlowPane(10, 4);
    private final FlowPane marks = new FlowPane(4, 4);
    private final VBox split = new VBox();
    private final Label verdict = new Label();
    private final Folded body;
    private ReviewRow row;
    private boolean current;

    CompareCard(ReviewRow row, int count, Around around) {
        this.around = around;
        this.texts = around.texts();
        this.count = count;
        getStyleClass().addAll("step-card", "compare-card");
        setId("review-step-" + row.index());
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setOnMousePressed(e -> around.chosen().accept(row.index()));
        Label number = new Label(String.valueOf(row.index() + 1));
        number.getStyleClass().add("step-number");
        number.setMinWidth(26);
        number.setAlignment(Pos.TOP_CENTER);
        VBox middle = new VBox(6);
        HBox.setHgrow(middle, Priority.ALWAYS);
        middle.setMinWidth(0);
        if (!row.step().context().isEmpty()) {
            VBox context =
                    new VBox(
                            2,
                            Kit.badge(texts.text("context"), Tone.NEUTRAL),
                            new Folded(row.step().context(), 400, 5, CompareCard::code, texts));
            context.getStyleClass().add("step-context");
            middle.getChildren().add(context);
        }
        boolean mono = row.step().kind() == StepKind.TOOL_CALL;
        body =
                new Folded(
                        row.step().text(),
                        CHARS,
                        LINES,
                        t -> mono ? code(t) : around.prose().node(t),
                        texts);
        comment.getStyleClass().add("step-comment");
        comment.setWrapText(true);
        middle.getChildren().addAll(body, said, comment, keys);
        marks.setAlignment(Pos.CENTER_RIGHT);
        split.setAlignment(Pos.CENTER);
        split.setMinWidth(58);
        verdict.getStyleClass().add("verdict");
        verdict.setAlignment(Pos.CENTER);
        verdict.setMinWidth(Region.USE_PREF_SIZE);
        HBox right = new HBox(8, marks, split, verdict);
        right.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(number, middle, right);
        update(row);
        current(false);
    }

    private static Node code(String text) {
        Label label = Kit.body(text);
        label.getStyleClass().add("mono");
        return label;
    }

    void update(ReviewRow next) {
        row = next;
        pseudoClassStateChanged(DIFFERS, next.differs());
        marks.getChildren().clear();
        said.getChildren().clear();
        for (int i = 0; i < around.columns().size(); i++) {
            Column column = around.columns().get(i);
            StepLabel answer = next.answers().get(i);
            String who = around.called().apply(column.voice().name());
            marks.getChildren().add(Marks.mark(column.letter(), answer, who, texts));
            if (answer != null) {
                saidBy(column.letter(), answer);
            }
        }
        double width = MARK * Math.min(MARKS_A_ROW, Math.max(1, around.columns().size()));
        marks.setPrefWrapLength(width);
        marks.setMinWidth(width);
        marks.setMaxWidth(width);
        Kit.show(said, !said.getChildren().isEmpty());
        split.getChildren().setAll(Marks.split(next.split(), texts));
        String why = next.decision() == null ? "" : next.decision().comment();
        comment.setText(why.isEmpty() ? "" : texts.text("decision.because", why));
        Kit.show(comment, !why.isEmpty());
        showVerdict();
    }

    /** What somebody said beside the verdict, on a line of its own. */
    private void saidBy(String letter, StepLabel answer) {
        FlowPane line = new FlowPane(6, 3);
        answer.errorKinds().forEach(k -> badge(line, "✗ " + k, Tone.DANGER));
        if (answer.spark()) {
            badge(line, texts.text("spark"), Tone.SPARK);
        }
        if (answer.unsure()) {
            badge(line, texts.text("unsure"), Tone.WARNING);
        }
        for (Rating rating : answer.ratings()) {
            badge(line, texts.text("rating", rating.criterionId(), rating.value()), Tone.ACCENT);
        }
        if (!answer.comment().isEmpty()) {
            line.getChildren().add(quiet("“" + answer.comment() + "”"));
        }
        if (!answer.correction().isEmpty()) {
            line.getChildren().add(quiet(texts.text("correction", answer.correction())));
        }
        if (line.getChildren().isEmpty()) {
            return;
        }
        Label who = new Label(letter);
        who.getStyleClass().add("review-letter");
        who.setMinWidth(Region.USE_PREF_SIZE);
        HBox.setHgrow(line, Priority.ALWAYS);
        line.setMinWidth(0);
        HBox both = new HBox(6, who, line);
        said.getChildren().add(both);
    }

    private Label quiet(String words) {
        Label label = Kit.muted(words);
        label.getStyleClass().add("step-comment");
        label.setMaxWidth(420);
        return label;
    }

    private static void badge(FlowPane line, String text, Tone tone) {
        Label badge = Kit.badge(text, tone);
        badge.setMinWidth(0);
        badge.setMaxWidth(300);
        line.getChildren().add(badge);
    }

    private void showVerdict() {
        Verdict v = row.verdict();
        verdict.setText(
                texts.text("verdict." + (v == null ? (current ? "call" : "none") : v.name())));
        verdict.getStyleClass().removeAll("wrong", "neutral", "correct", "call", "pending");
        if (v != null) {
            verdict.getStyleClass().add(v.name().toLowerCase(Locale.ROOT));
        } else if (current) {
            verdict.getStyleClass().add("call");
        }
        if (row.pending()) {
            verdict.getStyleClass().add("pending");
        }
        setAccessibleText(says());
    }

    private String says() {
        StringBuilder answers = new StringBuilder();
        for (int i = 0; i < around.columns().size(); i++) {
            StepLabel answer = row.answers().get(i);
            answers.append(around.called().apply(around.columns().get(i).voice().name()))
                    .append(": ")
                    .append(
                            texts.text(
                                    "verdict.says."
                                            + Marks.name(answer == null ? null : answer.verdict())))
                    .append(". ");
        }
        return texts.text(
                "step.says",
                row.index() + 1,
                count,
                row.step().text(),
                answers,
                texts.text("verdict.says." + Marks.name(row.verdict())));
    }

    void current(boolean is) {
        current = is;
        pseudoClassStateChanged(CURRENT, is);
        if (is && keys.getChildren().isEmpty()) {
            for (String[] k : KEYS) {
                keys.getChildren().add(keyButton(k[0], k[1]));
            }
        }
        Kit.show(keys, is);
        showVerdict();
    }

    private Button keyButton(String cap, String what) {
        Button button = Kit.button(texts.text("key." + what), () -> around.key().accept(what));
        button.setGraphic(Kit.keyCap(cap));
        button.getStyleClass().setAll("button", "step-key");
        button.setFocusTraversable(false);
        return button;
    }

    void unfold() {
        body.toggle();
    }
}
