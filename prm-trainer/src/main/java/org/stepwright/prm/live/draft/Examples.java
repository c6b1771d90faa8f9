package org.stepwright.prm.live.draft;

import java.util.List;
import java.util.Objects;
import org.stepwright.rubric.Scale;

/**
 * Examples that a model wrote for the levels of a scale.
 *
 * @param levels all levels of the scale in rising order, with the new examples in place
 * @param notes which examples are missing or were shortened, one sentence each; maybe empty
 * @param spent what it took
 */
public record Examples(List<Scale.Level> levels, List<String> notes, Spent spent) {
    /** Validates. */
    public Examples {
        Objects.requireNonNull(spent, "spent");
        levels = List.copyOf(levels);
        notes = List.copyOf(notes);
    }
}
