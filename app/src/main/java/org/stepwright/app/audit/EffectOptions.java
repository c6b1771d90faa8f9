package org.stepwright.app.audit;

import java.util.List;
import java.util.Objects;
import org.stepwright.label.NeutralPolicy;

/**
 * How to measure the effect of a clean-up.
 *
 * @param seeds one training before and one after for each; at least one
 * @param heldOut the share of problems that is held out, in (0, 1)
 * @param neutral what a neutral verdict becomes
 */
public record EffectOptions(List<Long> seeds, double heldOut, NeutralPolicy neutral) {
    /** Five seeds, a fifth of the problems held out, neutral counts as correct. */
    public static final EffectOptions DEFAULT =
            new EffectOptions(List.of(1L, 2L, 3L, 4L, 5L), 0.2, NeutralPolicy.CORRECT);

    /** Validates. */
    public EffectOptions {
        seeds = List.copyOf(seeds);
        Objects.requireNonNull(neutral, "neutral");
        if (seeds.isEmpty() || !(heldOut > 0 && heldOut < 1)) {
            throw new IllegalArgumentException("An effect needs a seed and a share in (0, 1).");
        }
    }
}
