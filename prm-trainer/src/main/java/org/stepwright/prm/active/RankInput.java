package org.stepwright.prm.active;

import java.util.Objects;
import org.stepwright.trace.Outcome;

/**
 * What ranking needs of one trace: a few numbers, so that a million steps fit into little memory.
 *
 * @param traceId the trace
 * @param slice whether its problem is in the {@link org.stepwright.label.RandomSlice}
 * @param outcome how it ended
 * @param doubt how unsure the model is about it, as {@link Doubt} says; NaN when the model has not
 *     scored it
 * @param reward the model's reward of the whole trace in [0, 1]; NaN when it has not scored it
 * @param split how far labels stand against each other, at least 0, as {@link Split} says; NaN when
 *     there is nothing to compare
 * @param labelled whether anybody gave one of its steps a verdict
 */
public record RankInput(
        String traceId,
        boolean slice,
        Outcome outcome,
        float doubt,
        float reward,
        float split,
        boolean labelled) {
    /** Validates. */
    public RankInput {
        if (traceId == null || traceId.isBlank()) {
            throw new IllegalArgumentException("A trace needs an id.");
        }
        Objects.requireNonNull(outcome, "outcome");
        if (doubt < 0 || split < 0 || reward < 0 || reward > 1) {
            throw new IllegalArgumentException(
                    "Doubt and split are at least 0, a reward lies in [0, 1].");
        }
    }

    /**
     * @return whether the model has scored it
     */
    public boolean scored() {
        return !Float.isNaN(doubt) && !Float.isNaN(reward);
    }
}
