package org.stepwright.ui.rubrics.drafting;

import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.stepwright.rubric.Change;
import org.stepwright.rubric.RubricEdit;

/** One piece of what a model proposed; taken unless somebody leaves it out. */
final class Proposal {
    private final RubricEdit edit;
    private final Change words;
    private final String heading;
    private final BooleanProperty chosen = new SimpleBooleanProperty(true);

    /**
     * @param edit the change
     * @param words what it changes, for people
     * @param heading the part of the rubric that begins with this piece; empty when it goes on
     */
    Proposal(RubricEdit edit, Change words, String heading) {
        this.edit = Objects.requireNonNull(edit, "edit");
        this.words = Objects.requireNonNull(words, "words");
        this.heading = Objects.requireNonNull(heading, "heading");
    }

    RubricEdit edit() {
        return edit;
    }

    /** What it changes, how that was and how it becomes. */
    Change words() {
        return words;
    }

    String heading() {
        return heading;
    }

    BooleanProperty chosen() {
        return chosen;
    }
}
