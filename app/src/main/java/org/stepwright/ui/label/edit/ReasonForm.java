package org.stepwright.ui.label.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.stepwright.ui.kit.KeyPress;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;
import org.stepwright.ui.kit.Sheets;

/**
 * Asks why, once: a digit in the empty field takes one of the usual reasons or one that the user
 * wrote lately, anything else is a reason of one's own. It may stay empty.
 */
public final class ReasonForm extends VBox {
    private static final int MOST = 9;

    private final TextField field = new TextField();
    private final List<String> offered = new ArrayList<>();
    private final Consumer<String> chosen;

    /**
     * @param usual usual reasons
     * @param lately those that the user wrote lately, the latest first
     * @param texts the texts of these forms
     * @param chosen gets a reason that was chosen by its digit or by a click
     */
    public ReasonForm(
            List<String> usual, List<String> lately, Messages texts, Consumer<String> chosen) {
        super(10);
        this.chosen = chosen;
        offered.addAll(usual);
        lately.stream().filter(r -> !offered.contains(r)).forEach(offered::add);
        if (offered.size() > MOST) {
            offered.subList(MOST, offered.size()).clear();
        }
        Sheets.add(this, "label-edit");
        field.setId("label-reason");
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
        VBox list = new VBox(2);
        for (int i = 0; i < offered.size(); i++) {
            String reason = offered.get(i);
            Button button = Kit.button(reason, () -> chosen.accept(reason));
            button.setId("label-reason-" + (i + 1));
            button.setGraphic(Kit.keyCap(String.valueOf(i + 1)));
            button.getStyleClass().setAll("button", "step-key", "reason");
            button.setFocusTraversable(false);
            list.getChildren().add(button);
        }
        getChildren().addAll(list, Kit.field(texts.text("reason"), field));
    }

    private void pressed(KeyEvent event) {
        if (!field.getText().isEmpty() || !event.getCode().isDigitKey()) {
            return;
        }
        int position =
                KeyPress.of(event)
                        .filter(k -> !k.ctrl() && !k.shift())
                        .map(k -> k.code().ordinal() - KeyCode.DIGIT1.ordinal())
                        .orElse(-1);
        if (position >= 0 && position < offered.size()) {
            event.consume();
            chosen.accept(offered.get(position));
        }
    }

    /**
     * @return what stands in the field
     */
    public String typed() {
        return field.getText().strip();
    }
}
