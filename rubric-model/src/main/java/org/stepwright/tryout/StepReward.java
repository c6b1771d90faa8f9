package org.stepwright.tryout;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.stepwright.label.Rating;
import org.stepwright.label.StepScoring;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Scale;

/** The reward of a step from verifiers alone. */
final class StepReward {
    private StepReward() {}

    /**
     * A criterion whose verifier failed is rated at its scale's smallest value, one that held at
     * its largest; what no verifier decides is not rated.
     *
     * @return the reward in [0, 1]; empty when nothing with a weight was decided
     */
    static OptionalDouble of(CheckedStep step) {
        List<Rating> ratings = new ArrayList<>();
        for (Criterion criterion : step.looked()) {
            Scale scale = criterion.scale();
            switch (step.answer(criterion.id())) {
                case FAILED -> ratings.add(new Rating(criterion.id(), scale.min()));
                case HELD -> ratings.add(new Rating(criterion.id(), scale.max()));
                case UNDECIDED -> {
                    // a person would have to say
                }
            }
        }
        return StepScoring.reward(step.looked(), ratings);
    }
}
