package org.stepwright.prm.live.draft;

import java.util.List;
import java.util.Objects;
import org.stepwright.rubric.Rubric;

/**
 * A rubric that a model drafted.
 *
 * @param rubric the draft, checked as any other; nothing has been changed by it yet
 * @param notes what was left out or mended in the model's answer, one sentence each; maybe empty
 * @param spent what it took
 */
public record Drafted(Rubric rubric, List<String> notes, Spent spent) {
    /** Validates. */
    public Drafted {
        Objects.requireNonNull(rubric, "rubric");
        Objects.requireNonNull(spent, "spent");
        notes = List.copyOf(notes);
    }
}
