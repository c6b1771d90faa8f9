package org.stepwright.ui.rubrics;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Control;
import org.controlsfx.validation.ValidationResult;
import org.controlsfx.validation.ValidationSupport;

/**
 * What is to be said at fields: why a value was refused, and what lint says of it. A refusal is
 * shown before a finding.
 */
final class FieldNotes {
    private final ValidationSupport support = new ValidationSupport();
    private final Map<Control, String> refused = new HashMap<>();
    private Map<String, String> findings = Map.of();

    FieldNotes() {
        support.setValidationDecorator(new NoteUnderField());
        support.initInitialDecoration();
    }

    /**
     * @param field what notes can be shown at; it has an id and stands in a column
     */
    void watch(Control field) {
        support.registerValidator(field, false, (control, value) -> notes(control));
    }

    /**
     * @param field a watched field
     * @param why one plain sentence; empty when its value was taken
     */
    void refuse(Control field, Optional<String> why) {
        String before = refused.get(field);
        why.ifPresentOrElse(w -> refused.put(field, w), () -> refused.remove(field));
        if (!Objects.equals(before, refused.get(field))) {
            support.revalidate(field);
        }
    }

    boolean refusesAny() {
        return !refused.isEmpty();
    }

    boolean isRefused(Control field) {
        return refused.containsKey(field);
    }

    /**
     * @param byField what lint says, by the field's id
     */
    void find(Map<String, String> byField) {
        Map<String, String> before = findings;
        findings = Map.copyOf(byField);
        for (Control field : support.getRegisteredControls()) {
            String id = field.getId();
            if (!Objects.equals(before.get(id), findings.get(id))) {
                support.revalidate(field);
            }
        }
    }

    private ValidationResult notes(Control field) {
        String why = refused.get(field);
        if (why != null) {
            return ValidationResult.fromError(field, why);
        }
        String finding = findings.get(field.getId());
        return finding == null
                ? new ValidationResult()
                : ValidationResult.fromWarning(field, finding);
    }
}
