package org.stepwright.ui.rubrics;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.util.Duration;

/**
 * A text field over immutable content: it hands a change back when the user pauses, leaves or
 * presses Enter. A refused value keeps standing, with the reason at the field.
 */
final class TypedField {
    private static final String KEY = TypedField.class.getName();
    private static final Duration PAUSE = Duration.millis(700);

    private final TextInputControl field;
    private final Supplier<String> value;
    private final Function<String, Optional<String>> commit;
    private final FieldNotes notes;
    private final PauseTransition pause = new PauseTransition(PAUSE);
    private String shown;

    /**
     * @param field the field
     * @param value what the content says now
     * @param commit takes what was typed; gives why it was refused
     * @param notes tells refusals at the field
     */
    TypedField(
            TextInputControl field,
            Supplier<String> value,
            Function<String, Optional<String>> commit,
            FieldNotes notes) {
        this.field = field;
        this.value = value;
        this.commit = commit;
        this.notes = notes;
        shown = value.get();
        field.setText(shown);
        notes.watch(field);
        field.getProperties().put(KEY, this);
        pause.setOnFinished(e -> commit());
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
                                commit();
                            }
                        });
    }

    /** The field that a node is, if it is one. */
    static Optional<TypedField> of(Object node) {
        return node instanceof Node n
                ? Optional.ofNullable((TypedField) n.getProperties().get(KEY))
                : Optional.empty();
    }

    /** Hands over what was typed, now. */
    void commit() {
        pause.stop();
        if (field.getScene() == null) {
            return; // put away: what was refused is still there when its criterion is opened again
        }
        boolean changed = !field.getText().equals(value.get());
        notes.refuse(field, changed ? commit.apply(field.getText()) : Optional.empty());
    }

    /**
     * Shows what the content says now, if it says something else than before: what is being typed
     * and what was refused stay for their writer.
     */
    void refresh() {
        if (!value.get().equals(shown)) {
            notes.refuse(field, Optional.empty());
            show();
        }
    }

    /** Takes a refused value away; false when there is none. */
    boolean takeBack() {
        if (!notes.isRefused(field)) {
            return false;
        }
        notes.refuse(field, Optional.empty());
        show();
        return true;
    }

    private void show() {
        shown = value.get();
        pause.stop();
        if (field.getText().equals(shown)) {
            return;
        }
        int caret = field.getCaretPosition();
        field.setText(shown);
        field.positionCaret(Math.min(caret, field.getLength()));
    }
}
