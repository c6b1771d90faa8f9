package org.stepwright.tryout;

import java.util.Objects;

/**
 * What a criterion's verifier did over the traces.
 *
 * @param criterionId the criterion
 * @param verifier the verifier's name
 * @param looked steps that it looked at
 * @param held steps where all that it found holds
 * @param failed steps where something that it found does not hold; in the remaining steps it could
 *     decide nothing
 * @param passedTraces traces with a right outcome in which it could decide a step
 * @param failedOnPassed how many of those have a step where it failed
 * @param wrongTraces traces with a wrong outcome in which it could decide a step
 * @param failedOnWrong how many of those have a step where it failed
 */
public record CriterionUse(
        String criterionId,
        String verifier,
        int looked,
        int held,
        int failed,
        int passedTraces,
        int failedOnPassed,
        int wrongTraces,
        int failedOnWrong) {
    /** Validates. */
    public CriterionUse {
        Objects.requireNonNull(criterionId, "criterionId");
        Objects.requireNonNull(verifier, "verifier");
        if (held + failed > looked
                || failedOnPassed > passedTraces
                || failedOnWrong > wrongTraces
                || held < 0
                || failed < 0
                || failedOnPassed < 0
                || failedOnWrong < 0) {
            throw new IllegalArgumentException("The counts of a criterion add up.");
        }
    }

    /**
     * @return steps that it looked at and could not decide
     */
    public int undecided() {
        return looked - held - failed;
    }

    /**
     * @return how often it fails among right traces that it could decide, with an interval
     */
    public Share onPassed() {
        return new Share(failedOnPassed, passedTraces);
    }

    /**
     * @return how often it fails among wrong traces that it could decide, with an interval
     */
    public Share onWrong() {
        return new Share(failedOnWrong, wrongTraces);
    }
}
