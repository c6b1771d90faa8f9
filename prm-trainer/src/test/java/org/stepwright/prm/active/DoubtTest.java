package org.stepwright.prm.active;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DoubtTest {
    /** By its definition: over the n + 1 places where the first error can be, nowhere included. */
    @Property
    void isTheEntropyOfWhereTheFirstErrorIs(
            @ForAll @Size(max = 12) List<@DoubleRange(min = 0, max = 1) Double> rewards) {
        List<Double> chances = new ArrayList<>();
        double before = 1;
        for (double reward : rewards) {
            chances.add(before * (1 - reward));
            before *= reward;
        }
        chances.add(before);
        double entropy =
                chances.stream().filter(p -> p > 0).mapToDouble(p -> -p * Math.log(p)).sum();

        assertThat(Doubt.ofFirstError(rewards)).isCloseTo(entropy, within(1e-9));
    }

    @Property
    void perStepIsAMeanOfTheStepsDoubts(
            @ForAll @Size(min = 1, max = 12) List<@DoubleRange(min = 0, max = 1) Double> rewards) {
        double least = rewards.stream().mapToDouble(Doubt::ofStep).min().orElseThrow();
        double most = rewards.stream().mapToDouble(Doubt::ofStep).max().orElseThrow();

        assertThat(Doubt.perStep(rewards)).isBetween(least - 1e-12, most + 1e-12);
    }

    @Property
    void theMiddleIsTheMostUnsure(@ForAll @DoubleRange(min = 0, max = 1) double reward) {
        assertThat(Doubt.ofStep(reward)).isBetween(0.0, Math.log(2));
        assertThat(Doubt.ofStep(0.5)).isEqualTo(Math.log(2), within(1e-12));
    }

    @Test
    void stepsBehindACertainErrorDoNotCount() {
        assertThat(Doubt.ofFirstError(List.of(0.9, 0.0, 0.5, 0.5)))
                .isEqualTo(Doubt.ofFirstError(List.of(0.9, 0.0)));
        assertThat(Doubt.perStep(List.of(1.0, 0.0, 0.5))).isZero();
        assertThat(Doubt.ofFirstError(List.of())).isZero();
        assertThat(Doubt.perStep(List.of())).isZero();
    }
}
