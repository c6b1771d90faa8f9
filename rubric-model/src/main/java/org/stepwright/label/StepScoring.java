package org.stepwright.label;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.stepwright.rubric.Criterion;

/** How the ratings of one step become its reward. */
public final class StepScoring {
    private StepScoring() {}

    /**
     * The mean of the rated criteria's rewards, weighted by their weights. A gate at its lowest
     * value makes the reward 0. Ratings of criteria that are not in the list do not count.
     *
     * @param criteria what is judged in the step
     * @param ratings answers, at most one a criterion
     * @return the reward in [0, 1]; empty when no gate is closed and no criterion with a weight
     *     above 0 was rated
     * @throws IllegalArgumentException when a value is not on its criterion's scale or a criterion
     *     is answered twice
     */
    public static OptionalDouble reward(List<Criterion> criteria, List<Rating> ratings) {
        Map<String, Double> values =
                ratings.stream().collect(Collectors.toMap(Rating::criterionId, Rating::value));
        double sum = 0;
        double total = 0;
        boolean gateClosed = false;
        for (Criterion criterion : criteria) {
            Double value = values.get(criterion.id());
            if (value == null) {
                continue;
            }
            double reward = criterion.scale().reward(value);
            gateClosed |= criterion.gate() && reward == 0;
            sum += criterion.weight() * reward;
            total += criterion.weight();
        }
        if (gateClosed) {
            return OptionalDouble.of(0);
        }
        // Rounding may step over the end by one unit in the last place.
        return total > 0 ? OptionalDouble.of(Math.min(1, sum / total)) : OptionalDouble.empty();
    }

    /**
     * The verdict whose reward is nearest: wrong stands for 0, neutral for a half, correct for 1.
     * Only a person gives a verdict; this is what can be suggested to them.
     *
     * @param reward a reward in [0, 1]
     * @return wrong under a quarter, correct from three quarters on, else neutral
     */
    public static Verdict verdict(double reward) {
        if (reward < 0.25) {
            return Verdict.WRONG;
        }
        return reward < 0.75 ? Verdict.NEUTRAL : Verdict.CORRECT;
    }
}
