package org.stepwright.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AggregationTest {
    @Property
    void everyResultLiesBetweenZeroAndOne(
            @ForAll Aggregation aggregation,
            @ForAll @Size(max = 30) List<@DoubleRange(max = 1) Double> rewards,
            @ForAll @DoubleRange(max = 1e9) double weight) {
        assertThat(aggregation.aggregate(rewards)).isBetween(0.0, 1.0);
        List<Double> weights = rewards.stream().map(r -> weight * r).toList();
        assertThat(aggregation.aggregate(rewards, weights)).isBetween(0.0, 1.0);
    }

    @Test
    void eachDoesWhatItSays() {
        List<Double> rewards = List.of(0.5, 0.25, 1.0);
        assertThat(Aggregation.LAST.aggregate(rewards)).isEqualTo(1);
        assertThat(Aggregation.MIN.aggregate(rewards)).isEqualTo(0.25);
        assertThat(Aggregation.PRODUCT.aggregate(rewards)).isEqualTo(0.125);
        assertThat(Aggregation.MEAN.aggregate(rewards)).isCloseTo(1.75 / 3, within(1e-12));
        assertThat(Aggregation.WEIGHTED.aggregate(rewards, List.of(1.0, 1.0, 0.0)))
                .isEqualTo(0.375);
        assertThat(Aggregation.MIN.aggregate(List.of())).isEqualTo(0);
        assertThatThrownBy(() -> Aggregation.MIN.aggregate(List.of(1.1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Aggregation.MIN.aggregate(List.of(Double.NaN)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theFirstErrorIsTheFirstUnderTheThreshold() {
        assertThat(TraceScore.firstErrorUnder(List.of(0.5, 0.4, 0.1), 0.5)).isEqualTo(1);
        assertThat(TraceScore.firstErrorUnder(List.of(0.5), 0.5)).isEqualTo(-1);
        assertThatThrownBy(
                        () -> new TraceScore("t", List.of(0.1), 0.1, Aggregation.MIN, 1, "m", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
