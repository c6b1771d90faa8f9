package org.stepwright.ui.rubrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import org.stepwright.ui.kit.Forms;
import org.stepwright.ui.kit.TabKey;

/**
 * Makes fields over immutable content: each reads its value from there and hands a change back at
 * once. What is refused, and what lint says of a field, stands at the field.
 */
final class Fields {
    private static final int MOST_ROWS = 12;

    private final FieldNotes notes = new FieldNotes();
    private final List<Runnable> refreshers = new ArrayList<>();

    /** Shows the content's present values in all fields. */
    void refresh() {
        refreshers.forEach(Runnable::run);
    }

    /** Whether a field holds something that was refused, which is nowhere else. */
    boolean holdRefused() {
        return notes.refusesAny();
    }

    /**
     * @param byField what lint says, by the field's id
     */
    void find(Map<String, String> byField) {
        notes.find(byField);
    }

    TextField text(
            String id,
            String name,
            Supplier<String> value,
            Function<String, Optional<String>> commit) {
        TextField field = new TextField();
        TypedField typed = wire(field, id, name, value, commit);
        field.setOnAction(e -> typed.commit());
        return field;
    }

    TextArea area(
            String id,
            String name,
            int rows,
            Supplier<String> value,
            Function<String, Optional<String>> commit) {
        TextArea area = new GrowingArea(rows, MOST_ROWS);
        TabKey.leaves(area);
        wire(area, id, name, value, commit);
        return area;
    }

    private TypedField wire(
            TextInputControl field,
            String id,
            String name,
            Supplier<String> value,
            Function<String, Optional<String>> commit) {
        field.setId(id);
        field.setAccessibleText(name);
        TypedField typed = new TypedField(field, value, commit, notes);
        refreshers.add(typed::refresh);
        return typed;
    }

    <T> ComboBox<T> choice(
            String id,
            String name,
            List<T> items,
            Function<T, String> words,
            Supplier<T> value,
            Function<T, Optional<String>> commit) {
        ComboBox<T> box = Forms.box(id, name, words);
        box.getItems().setAll(items);
        box.setValue(value.get());
        notes.watch(box);
        box.valueProperty()
                .addListener(
                        (o, before, after) -> {
                            if (after != null && !after.equals(value.get())) {
                                notes.refuse(box, commit.apply(after));
                            }
                        });
        refreshers.add(() -> box.setValue(value.get()));
        return box;
    }

    CheckBox check(String id, String words, Supplier<Boolean> value, Consumer<Boolean> commit) {
        CheckBox box = new CheckBox(words);
        box.setId(id);
        box.setSelected(value.get());
        notes.watch(box);
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
