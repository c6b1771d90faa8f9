package org.stepwright.label;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * Rewards between wrong and correct that a trace's steps should be written with.
 *
 * @param rewards one entry a step in [0, 1], empty where the step is masked; no entries when hard
 *     labels are wanted
 */
public record SoftTargets(List<OptionalDouble> rewards) {
    /** Hard labels are wanted. */
    public static final SoftTargets NONE = new SoftTargets(List.of());

    /**
     * Validates.
     *
     * @throws IllegalArgumentException when a reward is not in [0, 1]
     */
    public SoftTargets {
        rewards = List.copyOf(Objects.requireNonNull(rewards, "rewards"));
        for (OptionalDouble reward : rewards) {
            if (reward.isPresent() && !(reward.getAsDouble() >= 0 && reward.getAsDouble() <= 1)) {
                throw new IllegalArgumentException("A soft target is in [0, 1].");
            }
        }
    }

    /**
     * @return whether hard labels are wanted
     */
    public boolean isNone() {
        return rewards.isEmpty();
    }
}
