package org.stepwright.prm;

import java.util.Objects;
import org.stepwright.score.Aggregation;

/**
 * What a reward model is.
 *
 * @param name its name, for people
 * @param recipe how it was made: {@code signals}, {@code frozen}, ...
 * @param digest SHA-256 of the bundle's content, hexadecimal
 * @param rubricVersion key of the RubricVersion that its labels were made under; empty if none
 * @param threshold the reward in [0, 1] under which a step counts as wrong
 * @param aggregation how the rewards of steps become the reward of a trace
 */
public record ModelInfo(
        String name,
        String recipe,
        String digest,
        String rubricVersion,
        double threshold,
        Aggregation aggregation) {
    /** Validates. */
    public ModelInfo {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(recipe, "recipe");
        Objects.requireNonNull(digest, "digest");
        Objects.requireNonNull(rubricVersion, "rubricVersion");
        Objects.requireNonNull(aggregation, "aggregation");
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("A threshold lies in [0, 1].");
        }
    }
}
