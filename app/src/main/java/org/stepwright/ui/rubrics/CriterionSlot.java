package org.stepwright.ui.rubrics;

import java.util.Map;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.stepwright.rubric.Criterion;

/**
 * The place of one criterion in the middle of the screen. It stays while the criterion does, and
 * draws anew only what an edit changed.
 */
final class CriterionSlot extends VBox {
    private final String id;
    private final DraftEditor model;
    private final CriterionCards cards;
    private Criterion shown;
    private Fields fields;

    // The editor that was closed over a refused value, as that value is nowhere else.
    private Fields putAway;
    private Node editor;
    private String shape = "";
    private int findings = -1;

    CriterionSlot(String id, DraftEditor model, CriterionCards cards) {
        this.id = id;
        this.model = model;
        this.cards = cards;
        getStyleClass().add("criterion-slot");
        Dragging.between(
                this, Dragging.CRITERION, (dragged, behind) -> cards.drop(dragged, id, behind));
    }

    String criterionId() {
        return id;
    }

    /**
     * @param criterion the criterion as it is now
     * @param open whether it is open for editing
     * @param notes what lint says of its fields, by their ids, while it is open
     * @param count how much lint says of it
     */
    void show(Criterion criterion, boolean open, Map<String, String> notes, int count) {
        if (open) {
            edit(criterion);
            fields.find(notes);
        } else if (fields != null || criterion != shown || count != findings) {
            calm(criterion, count);
        }
        shown = criterion;
        findings = count;
    }

    private void calm(Criterion criterion, int count) {
        boolean focused = getChildren().stream().anyMatch(Node::isFocused);
        if (fields != null) {
            putAway = fields.holdRefused() ? fields : null;
        }
        fields = null;
        VBox card = cards.calm(criterion, count);
        getChildren().setAll(card);
        Dragging.source(card, card, Dragging.CRITERION, () -> id);
        if (focused) {
            card.requestFocus();
        }
    }

    private void edit(Criterion criterion) {
        String now = CriterionEditor.shape(criterion);
        if (fields != null && now.equals(shape)) {
            if (criterion != shown) {
                fields.refresh();
            }
            return;
        }
        if (putAway != null && now.equals(shape)) {
            fields = putAway;
            putAway = null;
            fields.refresh();
            getChildren().setAll(editor);
            return;
        }
        putAway = null;
        String focus = fields == null ? "" : focusedField();
        shape = now;
        fields = new Fields();
        shown = criterion;
        editor =
                cards.open(
                        fields,
                        criterion,
                        () -> CriteriaEdits.find(model.draft().get(), id).orElse(shown));
        getChildren().setAll(editor);
        focus(focus);
    }

    private String focusedField() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        for (Node n = owner; n != null; n = n.getParent()) {
            if (n == this) {
                return owner.getId() == null ? "" : owner.getId();
            }
        }
        return "";
    }

    /** Puts the keyboard on one of its fields, or on the card itself while it is closed. */
    void focus(String field) {
        Node target = field.isEmpty() ? null : lookup("#" + field);
        if (target != null) {
            target.requestFocus();
        } else if (fields == null && field.isEmpty() && !getChildren().isEmpty()) {
            getChildren().get(0).requestFocus();
        }
    }
}
