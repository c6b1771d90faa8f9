package org.stepwright.ui.rubrics.drafting;

import java.util.List;
import java.util.Objects;
import org.stepwright.rubric.Rubric;

/**
 * What a model proposed.
 *
 * @param base the rubric that it was made for
 * @param fresh whether the base stands for no rubric yet, so that accepting starts one
 * @param proposed the rubric with all of the proposal
 * @param notes what was left out or mended in the model's answer, one sentence each
 * @param recorded whether the answer was replayed from a file
 */
record Drafts(Rubric base, boolean fresh, Rubric proposed, List<String> notes, boolean recorded) {
    Drafts {
        Objects.requireNonNull(base, "base");
        Objects.requireNonNull(proposed, "proposed");
        notes = List.copyOf(notes);
    }
}
