package org.stepwright.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Criterion.Judged;
import org.stepwright.rubric.Scale;

class StepScoringTest {
    private static Criterion criterion(String id, Scale scale, double weight, boolean gate) {
        return new Criterion(id, id, "", scale, weight, gate, Judged.VERIFIABLE, null);
    }

    @Property
    void theRewardLiesBetweenZeroAndOne(
            @ForAll @Size(min = 1, max = 8) List<@DoubleRange(max = 1) Double> values,
            @ForAll @DoubleRange(min = 0.01, max = 1e6) double weight) {
        Scale scale = new Scale(Scale.Kind.NUMERIC, 0, 1, List.of());
        List<Criterion> criteria = new ArrayList<>();
        List<Rating> ratings = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            criteria.add(criterion("c" + i, scale, weight * (i + 1), false));
            ratings.add(new Rating("c" + i, values.get(i)));
        }
        assertThat(StepScoring.reward(criteria, ratings).orElseThrow()).isBetween(0.0, 1.0);

        criteria.add(criterion("gate", Scale.binary(), weight, true));
        ratings.add(new Rating("gate", 0));
        assertThat(StepScoring.reward(criteria, ratings)).isEqualTo(OptionalDouble.of(0));
    }

    @Test
    void weightsCountAndWhatIsNotRatedDoesNot() {
        List<Criterion> criteria =
                List.of(
                        criterion("a", Scale.binary(), 1, false),
                        criterion("b", Scale.ternary(), 3, false),
                        criterion("c", Scale.binary(), 9, true));
        assertThat(StepScoring.reward(criteria, List.of(new Rating("a", 1), new Rating("b", 0))))
                .hasValue(0.625);
        assertThat(StepScoring.reward(criteria, List.of(new Rating("other", 1)))).isEmpty();
        assertThat(
                        StepScoring.reward(
                                List.of(criterion("z", Scale.binary(), 0, false)),
                                List.of(new Rating("z", 1))))
                .isEmpty();
        assertThatThrownBy(() -> StepScoring.reward(criteria, List.of(new Rating("a", 2))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aRewardComesToTheVerdictThatIsNearest() {
        assertThat(StepScoring.verdict(0)).isEqualTo(Verdict.WRONG);
        assertThat(StepScoring.verdict(Math.nextDown(0.25))).isEqualTo(Verdict.WRONG);
        assertThat(StepScoring.verdict(0.25)).isEqualTo(Verdict.NEUTRAL);
        assertThat(StepScoring.verdict(Math.nextDown(0.75))).isEqualTo(Verdict.NEUTRAL);
        assertThat(StepScoring.verdict(0.75)).isEqualTo(Verdict.CORRECT);
        assertThat(StepScoring.verdict(1)).isEqualTo(Verdict.CORRECT);
    }

    @Property
    void aScaleHasWhatItGivesARewardFor(@ForAll double value) {
        for (Scale scale : List.of(Scale.binary(), Scale.ternary())) {
            if (scale.has(value)) {
                assertThat(scale.reward(value)).isBetween(0.0, 1.0);
            } else {
                assertThatThrownBy(() -> scale.reward(value))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }
}
