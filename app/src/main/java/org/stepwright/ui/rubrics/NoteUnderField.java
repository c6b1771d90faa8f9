package org.stepwright.ui.rubrics;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.controlsfx.validation.Severity;
import org.controlsfx.validation.ValidationMessage;
import org.controlsfx.validation.decoration.ValidationDecoration;

/**
 * Shows a message as a line under its field and a frame around it, both read by screen readers. The
 * field's parent is a column.
 */
final class NoteUnderField implements ValidationDecoration {
    private static final PseudoClass INVALID = PseudoClass.getPseudoClass("invalid");
    private static final PseudoClass QUESTIONED = PseudoClass.getPseudoClass("questioned");

    private final Map<Control, Label> notes = new HashMap<>();

    // Each keystroke takes all messages away and gives them again: only what stays away goes, or
    // every line under every field would be laid out anew.
    private final Set<Control> leaving = new HashSet<>();

    @Override
    public void removeDecorations(Control field) {
        if (notes.containsKey(field)) {
            if (leaving.isEmpty()) {
                Platform.runLater(this::sweep);
            }
            leaving.add(field);
        }
    }

    private void sweep() {
        for (Control field : leaving) {
            Label note = notes.remove(field);
            if (note.getParent() instanceof VBox column) {
                column.getChildren().remove(note);
            }
            field.pseudoClassStateChanged(INVALID, false);
            field.pseudoClassStateChanged(QUESTIONED, false);
            field.setAccessibleHelp(null);
        }
        leaving.clear();
    }

    @Override
    public void applyValidationDecoration(ValidationMessage message) {
        Control field = message.getTarget();
        boolean error = message.getSeverity() == Severity.ERROR;
        leaving.remove(field);
        Label note = notes.computeIfAbsent(field, f -> new Label());
        String words = (error ? "✗ " : "! ") + message.getText();
        if (!words.equals(note.getText())) {
            note.setText(words);
            note.setId(field.getId() + (error ? "-refused" : "-finding"));
            note.setWrapText(true);
            note.setMinHeight(Region.USE_PREF_SIZE);
            note.getStyleClass().setAll("label", "field-note", error ? "error" : "finding");
            field.setAccessibleHelp(message.getText());
            field.pseudoClassStateChanged(INVALID, error);
            field.pseudoClassStateChanged(QUESTIONED, !error);
        }
        if (note.getParent() == null && field.getParent() instanceof VBox column) {
            column.getChildren().add(column.getChildren().indexOf(field) + 1, note);
        }
    }

    @Override
    public void applyRequiredDecoration(Control field) {
        // no field here is marked as required
    }
}
