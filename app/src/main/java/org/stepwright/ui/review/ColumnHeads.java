package org.stepwright.ui.review;

import java.util.OptionalInt;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.stepwright.storage.TraceState;
import org.stepwright.ui.kit.Kit;
import org.stepwright.ui.kit.Messages;

/** Who answered: a button a person that takes the whole answer, and the switch for names. */
final class ColumnHeads extends HBox {
    private static final int DIGITS = 9;

    private final ReviewViewModel model;
    private final Messages texts;
    private final Consumer<String> key;
    private final FlowPane heads = new FlowPane(8, 6);
    private final ToggleButton names;

    ColumnHeads(ReviewViewModel model, Messages texts, Consumer<String> key) {
        super(8);
        this.model = model;
        this.texts = texts;
        this.key = key;
        names = Kit.chip(texts.text("names"));
        names.setId("review-names");
        names.setOnAction(e -> key.accept("names"));
        names.setMinWidth(Region.USE_PREF_SIZE);
        names.setTooltip(new Tooltip(texts.text("names.tip")));
        HBox.setHgrow(heads, Priority.ALWAYS);
        heads.setMinWidth(0);
        getChildren().addAll(heads, names);
        setId("review-columns");
        getStyleClass().add("review-heads");
        model.opened().columns().addListener((ListChangeListener<Column>) c -> show());
        model.namesShown().addListener((o, was, is) -> show());
        model.blind().addListener((o, was, is) -> show());
        show();
    }

    private void show() {
        heads.getChildren().clear();
        Kit.show(names, model.blind().get());
        names.setSelected(model.namesShown().get());
        int i = 0;
        for (Column column : model.opened().columns()) {
            heads.getChildren().add(head(column, i++));
        }
    }

    private Button head(Column column, int index) {
        String called = model.called(column.voice().name());
        String name = called.equals(column.letter()) ? called : column.letter() + " · " + called;
        Label letter = new Label(name);
        letter.getStyleClass().add("review-letter");
        letter.setMinWidth(0);
        letter.setMaxWidth(160);
        Label said = new Label(summary(column.voice()));
        said.getStyleClass().add("muted");
        HBox words = Kit.row(letter, said);
        if (index < DIGITS) {
            words.getChildren().add(0, Kit.keyCap("⇧" + (index + 1)));
        }
        Button head = Kit.button("", () -> key.accept("take" + index));
        head.setGraphic(words);
        head.setId("review-column-" + index);
        head.getStyleClass().setAll("button", "review-head");
        head.setFocusTraversable(false);
        head.setTooltip(new Tooltip(texts.text("take.tip", name)));
        head.setAccessibleText(texts.text("take.says", name, said.getText()));
        return head;
    }

    private String summary(Voice voice) {
        if (voice.flagged()) {
            return texts.text(
                    voice.state() == TraceState.GAVE_UP ? "voice.gaveUp" : "voice.badProblem");
        }
        OptionalInt first = voice.firstError();
        if (first.isEmpty()) {
            return texts.text("voice.partly");
        }
        return first.getAsInt() < 0
                ? texts.text("voice.noError")
                : texts.text("voice.firstError", first.getAsInt() + 1);
    }
}
