package org.stepwright.tryout;

import java.util.List;
import java.util.Objects;
import org.stepwright.trace.Outcome;

/**
 * What a rubric's verifiers say about one trace.
 *
 * @param traceId the trace
 * @param outcome how it ended, if known
 * @param steps how many steps it has
 * @param ratedSteps how many of them have a reward from verifiers
 * @param reward the trace's reward in [0, 1], from verifiers only
 * @param failedChecks how many times a criterion's verifier failed in a step
 * @param missingRequiredStages ids of required stages that no step belongs to, in the rubric's
 *     order
 */
public record TraceTry(
        String traceId,
        Outcome outcome,
        int steps,
        int ratedSteps,
        double reward,
        int failedChecks,
        List<String> missingRequiredStages) {
    /** Validates. */
    public TraceTry {
        Objects.requireNonNull(traceId, "traceId");
        Objects.requireNonNull(outcome, "outcome");
        missingRequiredStages = List.copyOf(missingRequiredStages);
        if (!(reward >= 0 && reward <= 1)) {
            throw new IllegalArgumentException("Rewards lie in [0, 1].");
        }
        if (ratedSteps < 0 || ratedSteps > steps || failedChecks < 0) {
            throw new IllegalArgumentException("The counts of a trace add up.");
        }
    }
}
