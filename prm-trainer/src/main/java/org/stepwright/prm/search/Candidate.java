package org.stepwright.prm.search;

import java.util.List;
import java.util.Objects;
import org.stepwright.score.Aggregation;

/**
 * One of several answers to a problem.
 *
 * @param answer the final answer in the form that answers are compared in; empty when it gave none
 * @param score its score, finite; more is better
 * @param correct whether the answer is right
 */
public record Candidate(String answer, double score, boolean correct) {
    /** Validates. */
    public Candidate {
        Objects.requireNonNull(answer, "answer");
        if (!Double.isFinite(score)) {
            throw new IllegalArgumentException("A score is a finite number.");
        }
    }

    /**
     * @param answer the final answer
     * @param stepRewards rewards in [0, 1], one a step
     * @param aggregation how they become one
     * @param correct whether the answer is right
     * @return the candidate with the trace's reward as its score
     */
    public static Candidate of(
            String answer, List<Double> stepRewards, Aggregation aggregation, boolean correct) {
        return new Candidate(answer, aggregation.aggregate(stepRewards), correct);
    }
}
