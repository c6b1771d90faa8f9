package org.stepwright.ui.label;

import java.util.List;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.stepwright.label.Verdict;
import org.stepwright.ui.kit.ActionKeys;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Tone;

/** One's own labels of a known trace beside the right ones, step by step; Enter goes on. */
final class FeedbackPane extends StackPane {
    private static final double MEASURE = 820;
    private static final double SAID = 118;
    private static final double RESULT = 84;

    private final LabelViewModel model;
    private final Messages texts;
    private final Function<String, Region> textOf;
    private final VBox content = new VBox(12);
    private final Button go;

    /**
     * @param textOf shows the text of a step
     */
    FeedbackPane(
            LabelViewModel model,
            Messages texts,
            ActionKeys keys,
            Function<String, Region> textOf) {
        this.textOf = textOf;
        setMinWidth(0);
        this.model = model;
        this.texts = texts;
        setId("label-feedback");
        getStyleClass().add("feedback");
        go = Kit.primary(texts.text("feedback.go"), model::submit);
        go.setId("label-feedback-go");
        go.setGraphic(keys.cap("submit"));
        go.setContentDisplay(ContentDisplay.RIGHT);
        content.getStyleClass().add("feedback-content");
        content.setMaxWidth(MEASURE);
        StackPane centred = new StackPane(content);
        centred.setAlignment(Pos.TOP_CENTER);
        ScrollPane scroll = Kit.scroll(centred);
        scroll.setFitToWidth(true);
        getChildren().add(scroll);
        model.after().feedback().subscribe(this::show);
    }

    private void show(Feedback feedback) {
        content.getChildren().clear();
        if (feedback == null) {
            return;
        }
        String kind = feedback.screening() ? "feedback.screening" : "feedback";
        content.getChildren()
                .addAll(
                        Kit.title(texts.text(kind + ".title")),
                        Kit.muted(texts.text(kind + ".text")));
        List<StepRow> rows = model.session().rows();
        for (int i = 0; i < feedback.key().size() && i < rows.size(); i++) {
            content.getChildren().add(step(i, rows.get(i).step().text(), feedback));
        }
        Feedback.Totals t = feedback.totals();
        Label total =
                Kit.body(
                        texts.text(
                                "feedback.total",
                                t.traces(),
                                t.firstErrors(),
                                t.steps(),
                                t.same()));
        total.setId("label-feedback-total");
        content.getChildren().addAll(total, Kit.row(go));
        if (getScene() != null) {
            go.requestFocus();
        }
    }

    private HBox step(int step, String text, Feedback feedback) {
        Label number = new Label(String.valueOf(step + 1));
        number.getStyleClass().add("step-number");
        number.setMinWidth(24);
        Region words = textOf.apply(text);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        Verdict mine = step < feedback.mine().size() ? feedback.mine().get(step) : null;
        String own = texts.text("feedback.mine", verdict(mine));
        String right = texts.text("feedback.key", verdict(feedback.key().get(step)));
        VBox said = new VBox(4, Kit.badge(own, Tone.NEUTRAL), Kit.badge(right, Tone.NEUTRAL));
        said.setMinWidth(SAID);
        Label result = Kit.badge("", Tone.NEUTRAL);
        feedback.right(step)
                .ifPresent(
                        same -> {
                            result.setText(texts.text(same ? "feedback.same" : "feedback.other"));
                            Tone tone = same ? Tone.SUCCESS : Tone.DANGER;
                            result.getStyleClass().setAll("label", "badge", tone.styleClass());
                        });
        result.setVisible(!result.getText().isEmpty());
        result.setMinWidth(RESULT);
        HBox row = new HBox(10, number, words, said, result);
        row.setAlignment(Pos.TOP_LEFT);
        row.getStyleClass().add("feedback-step");
        row.setId("feedback-step-" + step);
        row.setAccessibleText(texts.text("feedback.step", step + 1, own, right));
        return row;
    }

    private String verdict(Verdict verdict) {
        return texts.text("feedback.verdict." + (verdict == null ? "none" : verdict.name()));
    }
}
