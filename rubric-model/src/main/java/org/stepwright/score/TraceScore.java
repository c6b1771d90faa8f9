package org.stepwright.score;

import java.util.List;
import java.util.Objects;

/**
 * A model's scores of one trace: the {@code score} row of the command line and the HTTP service.
 *
 * @param traceId the trace's id
 * @param stepRewards one reward in [0, 1] a step
 * @param traceReward the trace's reward in [0, 1]
 * @param aggregation how the trace's reward was made
 * @param firstError the first step whose reward is under the model's threshold; -1 if none
 * @param model the model's name
 * @param rubricVersion the RubricVersion that the model was trained under; empty if none
 */
public record TraceScore(
        String traceId,
        List<Double> stepRewards,
        double traceReward,
        Aggregation aggregation,
        int firstError,
        String model,
        String rubricVersion) {
    /** Validates. */
    public TraceScore {
        Objects.requireNonNull(traceId, "traceId");
        stepRewards = List.copyOf(stepRewards);
        Objects.requireNonNull(aggregation, "aggregation");
        Objects.requireNonNull(model, "model");
        Objects.requireNonNull(rubricVersion, "rubricVersion");
        if (stepRewards.stream().anyMatch(r -> !(r >= 0 && r <= 1))
                || !(traceReward >= 0 && traceReward <= 1)) {
            throw new IllegalArgumentException("Rewards lie in [0, 1].");
        }
        if (firstError < -1 || firstError >= stepRewards.size()) {
            throw new IllegalArgumentException("The first error is a step or -1.");
        }
    }

    /**
     * @param rewards rewards of the steps
     * @param threshold a reward in [0, 1]
     * @return the first step whose reward is under the threshold; -1 if none
     */
    public static int firstErrorUnder(List<Double> rewards, double threshold) {
        for (int i = 0; i < rewards.size(); i++) {
            if (rewards.get(i) < threshold) {
                return i;
            }
        }
        return -1;
    }
}
