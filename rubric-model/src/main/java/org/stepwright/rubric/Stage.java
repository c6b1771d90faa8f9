package org.stepwright.rubric;

import java.util.List;
import java.util.Objects;

/**
 * A step of the workflow: what happens there and what is judged.
 *
 * @param id unique in its rubric: lower-case letters, digits and hyphens
 * @param title a few words
 * @param description what happens in this stage, maybe empty
 * @param required whether good work has to pass through it
 * @param repeatable whether more than one step of a trace may belong to it
 * @param match words or tool names that tell a step of this stage, tried in order; maybe empty
 * @param criteria what is judged in its steps
 */
public record Stage(
        String id,
        String title,
        String description,
        boolean required,
        boolean repeatable,
        List<String> match,
        List<Criterion> criteria) {
    /** Validates. */
    public Stage {
        Ids.require(id, "stage");
        if (title == null || title.isBlank()) {
            throw new IllegalArgumentException("A stage has a title.");
        }
        Objects.requireNonNull(description, "description");
        match = List.copyOf(match);
        criteria = List.copyOf(criteria);
    }
}
