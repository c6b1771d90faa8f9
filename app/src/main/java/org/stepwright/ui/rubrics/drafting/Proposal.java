package org.stepwright.ui.rubrics.drafting;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.stepwright.rubric.RubricEdit;

/** One piece of what a model proposed; taken unless somebody leaves it out. */
final class Proposal {
    private final RubricEdit edit;
    private final BooleanProperty chosen = new SimpleBooleanProperty(true);

    Proposal(RubricEdit edit) {
        this.edit = edit;
    }

    RubricEdit edit() {
        return edit;
    }

    BooleanProperty chosen() {
        return chosen;
    }
}
