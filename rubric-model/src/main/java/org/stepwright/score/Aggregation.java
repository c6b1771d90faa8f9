package org.stepwright.score;

import java.util.List;

/**
 * How the rewards of steps become the reward of a trace. Every result lies in [0, 1]; an empty
 * trace gets 0.
 */
public enum Aggregation {
    /** The reward of the last step. */
    LAST,
    /** The smallest reward. */
    MIN,
    /** The product of the rewards. */
    PRODUCT,
    /** The mean of the rewards. */
    MEAN,
    /** The mean weighted by the steps' weights. */
    WEIGHTED;

    /**
     * @param rewards rewards in [0, 1], one a step
     * @return the trace's reward in [0, 1]; {@link #WEIGHTED} weighs all steps the same
     */
    public double aggregate(List<Double> rewards) {
        return aggregate(rewards, rewards.stream().map(r -> 1.0).toList());
    }

    /**
     * @param rewards rewards in [0, 1], one a step
     * @param weights weights of at least 0, one a step; only {@link #WEIGHTED} reads them
     * @return the trace's reward in [0, 1]
     * @throws IllegalArgumentException when a reward or a weight is out of range or the sizes
     *     differ
     */
    public double aggregate(List<Double> rewards, List<Double> weights) {
        if (rewards.size() != weights.size()) {
            throw new IllegalArgumentException("One weight a reward.");
        }
        if (rewards.stream().anyMatch(r -> !(r >= 0 && r <= 1))) {
            throw new IllegalArgumentException("Rewards lie in [0, 1].");
        }
        if (weights.stream().anyMatch(w -> !(w >= 0) || w.isInfinite())) {
            throw new IllegalArgumentException("Weights are finite and at least 0.");
        }
        if (rewards.isEmpty()) {
            return 0;
        }
        double result =
                switch (this) {
                    case LAST -> rewards.get(rewards.size() - 1);
                    case MIN ->
                            rewards.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
                    case PRODUCT -> rewards.stream().reduce(1.0, (a, b) -> a * b);
                    case MEAN ->
                            rewards.stream()
                                    .mapToDouble(Double::doubleValue)
                                    .average()
                                    .orElseThrow();
                    case WEIGHTED -> weightedMean(rewards, weights);
                };
        // Rounding may step over the end by one unit in the last place.
        return Math.min(1, Math.max(0, result));
    }

    private static double weightedMean(List<Double> rewards, List<Double> weights) {
        double sum = 0;
        double total = 0;
        for (int i = 0; i < rewards.size(); i++) {
            sum += rewards.get(i) * weights.get(i);
            total += weights.get(i);
        }
        return total == 0 ? 0 : sum / total;
    }
}
