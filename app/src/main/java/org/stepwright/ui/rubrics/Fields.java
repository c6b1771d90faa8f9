package org.stepwright.ui.rubrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.stepwright.ui.kit.Forms;
import org.stepwright.ui.kit.TabKey;

/**
 * Fields over immutable content: each reads its value from there and hands a change back when the
 * user pauses, leaves or presses Enter. A refused value keeps standing in its field, marked, with
 * the reason under it and as its tooltip.
 */
final class Fields {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");
    private static final Duration PAUSE = Duration.millis(700);

    private final List<Runnable> refreshers = new ArrayList<>();

    /** Shows the content's present values in all fields. */
    void refresh() {
        refreshers.forEach(Runnable::run);
    }

    TextField text(
            String id,
            String name,
            Supplier<String> value,
            Function<String, Optional<String>> commit) {
        TextField field = new TextField();
        wire(field, id, name, value, commit);
        field.setOnAction(e -> commitNow(field, value, commit));
        return field;
    }

    TextArea area(
            String id,
            String name,
            int rows,
            Supplier<String> value,
            Function<String, Optional<String>> commit) {
        TextArea area = new TextArea();
        area.setPrefRowCount(rows);
        area.setWrapText(true);
        TabKey.leaves(area);
        wire(area, id, name, value, commit);
        return area;
    }

    private void wire(
            TextInputControl field,
            String id,
            String name,
            Supplier<String> value,
            Function<String, Optional<String>> commit) {
        field.setId(id);
        field.setAccessibleText(name);
        PauseTransition pause = new PauseTransition(PAUSE);
        pause.setOnFinished(e -> commitNow(field, value, commit));
        field.textProperty()
                .addListener(
                        (o, before, after) -> {
                            if (field.isFocused() && !after.equals(value.get())) {
                                pause.playFromStart();
                            }
                        });
        field.focusedProperty()
                .addListener(
                        (o, was, is) -> {
                            if (!is) {
                                pause.stop();
                                commitNow(field, value, commit);
                            }
                        });
        refreshers.add(() -> refresh(field, value.get()));
        field.setText(value.get());
    }

    private static void refresh(TextInputControl field, String value) {
        if (!field.getText().equals(value) && !field.getPseudoClassStates().contains(INVALID)) {
            field.setText(value);
        }
    }

    private static void commitNow(
            TextInputControl field,
            Supplier<String> value,
            Function<String, Optional<String>> commit) {
        if (field.getScene() == null || field.getText().equals(value.get())) {
            mark(field, Optional.empty());
            return;
        }
        mark(field, commit.apply(field.getText()));
    }

    private static void mark(TextInputControl field, Optional<String> refusal) {
        field.pseudoClassStateChanged(INVALID, refusal.isPresent());
        field.setTooltip(refusal.map(Tooltip::new).orElse(null));
        field.setAccessibleHelp(refusal.orElse(null));
        if (field.getParent() instanceof VBox box) {
            reasonUnder(field, box, refusal);
        }
    }

    /** A field that stands under its name has room for the reason below it. */
    private static void reasonUnder(TextInputControl field, VBox box, Optional<String> refusal) {
        String id = field.getId() + "-refused";
        box.getChildren().removeIf(n -> id.equals(n.getId()));
        refusal.ifPresent(
                why -> {
                    Label reason = new Label(why);
                    reason.setId(id);
                    reason.setWrapText(true);
                    reason.getStyleClass().add("danger-text");
                    box.getChildren().add(box.getChildren().indexOf(field) + 1, reason);
                });
    }

    <T> ComboBox<T> choice(
            String id,
            String name,
            List<T> items,
            Function<T, String> words,
            Supplier<T> value,
            Consumer<T> commit) {
        ComboBox<T> box = Forms.box(id, name, words);
        box.getItems().setAll(items);
        box.setValue(value.get());
        box.valueProperty()
                .addListener(
                        (o, before, after) -> {
                            if (after != null && !after.equals(value.get())) {
                                commit.accept(after);
                            }
                        });
        refreshers.add(() -> box.setValue(value.get()));
        return box;
    }

    CheckBox check(String id, String words, Supplier<Boolean> value, Consumer<Boolean> commit) {
        CheckBox box = new CheckBox(words);
        box.setId(id);
        box.setSelected(value.get());
        box.selectedProperty()
                .addListener(
                        (o, before, after) -> {
                            if (!after.equals(value.get())) {
                                commit.accept(after);
                            }
                        });
        refreshers.add(() -> box.setSelected(value.get()));
        return box;
    }
}
