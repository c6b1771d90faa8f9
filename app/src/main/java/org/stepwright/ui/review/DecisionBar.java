package org.stepwright.ui.review;

import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;

/** What can be done with the whole trace, under its steps. */
final class DecisionBar extends StackPane {
    private final Messages texts;
    private final Consumer<String> key;
    private final Label hint = Kit.muted("");
    private final Button panel;
    private final VBox lines;

    DecisionBar(ReviewViewModel model, Messages texts, Consumer<String> key, double measure) {
        this.texts = texts;
        this.key = key;
        Button done = Kit.primary(texts.text("decided"), () -> key.accept("decided"));
        done.setGraphic(Kit.keyCap("Enter"));
        done.setContentDisplay(ContentDisplay.RIGHT);
        done.setId("review-decided-next");
        Button agreed = button("agreed", "A");
        Button bad = button("badProblem", "B");
        panel = Kit.button(texts.text("panel"), () -> key.accept("panel"));
        panel.getStyleClass().setAll("button", "step-key");
        panel.setGraphic(Kit.keyCap("P"));
        panel.setFocusTraversable(false);
        hint.setId("review-hint");
        HBox.setHgrow(hint, Priority.ALWAYS);
        HBox row = Kit.row(done, agreed, bad, Kit.spacer(), panel);
        lines = new VBox(6, hint, row);
        lines.setAlignment(Pos.CENTER_LEFT);
        lines.setMaxWidth(measure);
        Kit.show(hint, false);
        getStyleClass().add("trace-bar");
        getChildren().add(lines);
        model.hint().addListener((o, was, is) -> show(is));
        narrow(false);
    }

    private void show(ReviewViewModel.Hint what) {
        boolean says = what != ReviewViewModel.Hint.NONE;
        hint.setText(says ? texts.text("hint." + what) : "");
        Kit.show(hint, says);
    }

    private Button button(String what, String cap) {
        Button button = Kit.button(texts.text(what), () -> key.accept(what));
        button.setGraphic(Kit.keyCap(cap));
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.setId("review-" + what);
        return button;
    }

    void narrow(boolean is) {
        Kit.show(panel, is);
    }
}
