package org.stepwright.ui.label;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.stepwright.ui.kit.ActionKeys;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;

/** What can be done with the whole trace, under its steps. */
final class TraceBar extends StackPane {
    /** Under this, as on a small screen at 200 %, the row has no room for all of its parts. */
    private static final double TIGHT = 590;

    private final Consumer<String> key;
    private final Label hint = Kit.muted("");
    private final Button giveUp;
    private final Button bad;
    private final Button panel = new Button();
    private double tight = TIGHT;
    private final HBox row;
    private final VBox lines;

    TraceBar(Messages texts, ActionKeys keys, Consumer<String> key, double measure) {
        this.key = key;
        Button submit = Kit.primary(texts.text("submit"), () -> key.accept("submit"));
        submit.setGraphic(keys.cap("submit"));
        submit.setContentDisplay(ContentDisplay.RIGHT);
        submit.setId("label-submit");
        giveUp = button(texts.text("giveUp"), keys.cap("giveUp"), "giveUp");
        giveUp.setId("label-give-up");
        bad = button(texts.text("badProblem"), keys.cap("badProblem"), "badProblem");
        bad.setId("label-bad-problem");
        hint.setId("label-hint");
        HBox.setHgrow(hint, Priority.ALWAYS);
        panel.getStyleClass().setAll("button", "step-key");
        panel.setGraphic(keys.cap("panel"));
        panel.setText(texts.text("panel"));
        panel.setOnAction(e -> key.accept("panel"));
        panel.setFocusTraversable(false);
        panel.setMinWidth(USE_PREF_SIZE);
        row = Kit.row(submit, giveUp, bad, hint, panel);
        row.getStyleClass().add("trace-actions");
        lines = new VBox(6, row);
        lines.setAlignment(Pos.CENTER_LEFT);
        lines.setMaxWidth(measure);
        getStyleClass().add("trace-bar");
        setMinWidth(0);
        getChildren().add(lines);
        widthProperty().addListener((o, was, is) -> arrange(is.doubleValue() < tight));
        hint.textProperty().addListener((o, was, is) -> arrange(getWidth() < tight));
    }

    private Button button(String words, Label cap, String action) {
        Button button = Kit.button(words, () -> key.accept(action));
        button.setGraphic(cap);
        button.setContentDisplay(ContentDisplay.RIGHT);
        return button;
    }

    /** Without room the keys of the buttons go, and what is to be said has a line of its own. */
    private void arrange(boolean tight) {
        setAlignment(tight ? Pos.CENTER_LEFT : Pos.CENTER);
        // A graphic that is hidden and shown again is not laid out anew.
        ContentDisplay keys = tight ? ContentDisplay.TEXT_ONLY : ContentDisplay.RIGHT;
        giveUp.setContentDisplay(keys);
        bad.setContentDisplay(keys);
        panel.setContentDisplay(tight ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
        panel.setAccessibleText(panel.getText());
        boolean apart = lines.getChildren().contains(hint);
        if (tight && !apart) {
            row.getChildren().remove(hint);
            lines.getChildren().add(hint);
        } else if (!tight && apart) {
            lines.getChildren().remove(hint);
            row.getChildren().add(row.getChildren().size() - 1, hint);
        }
        Kit.show(hint, !tight || !hint.getText().isEmpty());
    }

    /**
     * @param percent the size of text, 100 or more: larger buttons need more room
     */
    void textSize(int percent) {
        tight = TIGHT * percent / 100.0;
        arrange(getWidth() < tight);
    }

    /** Whether the rubric is folded away, so that its key is worth telling. */
    void narrow(boolean is) {
        Kit.show(panel, is);
    }

    Label hint() {
        return hint;
    }
}
