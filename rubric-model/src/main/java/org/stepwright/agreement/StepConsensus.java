package org.stepwright.agreement;

import java.util.List;
import java.util.Objects;
import org.stepwright.label.Verdict;

/**
 * What a step is taken to be when all that was said of it is put together.
 *
 * @param traceId the trace
 * @param step the step, from 0
 * @param posterior how likely each verdict is, in the order of {@link Verdict}; sums to 1
 * @param verdict the most likely one; of equally likely ones the worse, the safe side
 * @param decided whether a reviewer's decision fixed it
 * @param votes how many verdicts of others than a reviewer there are
 */
public record StepConsensus(
        String traceId,
        int step,
        List<Double> posterior,
        Verdict verdict,
        boolean decided,
        int votes) {
    /** Validates. */
    public StepConsensus {
        Objects.requireNonNull(traceId, "traceId");
        Objects.requireNonNull(verdict, "verdict");
        posterior = List.copyOf(posterior);
        if (posterior.size() != Verdict.values().length) {
            throw new IllegalArgumentException("There is one probability a verdict.");
        }
    }

    /**
     * @param of a verdict
     * @return how likely it is, in [0, 1]
     */
    public double probability(Verdict of) {
        return posterior.get(of.ordinal());
    }

    /**
     * @return how likely the chosen verdict is, in [0, 1]
     */
    public double sureness() {
        return probability(verdict);
    }
}
