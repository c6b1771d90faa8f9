package org.stepwright.tryout;

import java.util.Objects;

/**
 * One step in which a criterion's verifier failed, to look at.
 *
 * @param traceId the trace
 * @param step the step's index, from 0
 * @param criterionId the criterion
 * @param verifier the verifier's name
 * @param evidence the piece of the step that was checked, word for word, maybe empty
 * @param message what was found, for people
 */
public record FailedCheck(
        String traceId,
        int step,
        String criterionId,
        String verifier,
        String evidence,
        String message) {
    /** Validates. */
    public FailedCheck {
        Objects.requireNonNull(traceId, "traceId");
        Objects.requireNonNull(criterionId, "criterionId");
        Objects.requireNonNull(verifier, "verifier");
        Objects.requireNonNull(evidence, "evidence");
        Objects.requireNonNull(message, "message");
    }
}
