package org.stepwright.label;

import java.util.List;
import java.util.OptionalDouble;
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
     * @return the reward in [0, 1]; empty when no criterion with a weight above 0 was rated
     * @throws IllegalArgumentException when a value is not on its criterion's scale
     */
    public static OptionalDouble reward(List<Criterion> criteria, List<Rating> ratings) {
        throw new UnsupportedOperationException();
    }
}
