package org.stepwright.prm.active;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DoubtTest {
    @Property
    void theMiddleIsTheMostUnsure(@ForAll @DoubleRange(min = 0, max = 1) double reward) {
        assertThat(Doubt.ofStep(reward)).isBetween(0.0, Math.log(2));
        assertThat(Doubt.ofStep(reward)).isCloseTo(Doubt.ofStep(1 - reward), within(1e-12));
        assertThat(Doubt.ofStep(0.5)).isEqualTo(Math.log(2), within(1e-12));
    }

    @Property
    void aStepNearerToTheMiddleIsMoreDoubtful(
            @ForAll @DoubleRange(min = 0.5, max = 1) double a,
            @ForAll @DoubleRange(min = 0.5, max = 1) double b) {
        assertThat(Doubt.ofStep(Math.min(a, b)))
                .isGreaterThanOrEqualTo(Doubt.ofStep(Math.max(a, b)) - 1e-12);
    }

    /** Where nothing is called wrong, the order of the steps and their number do not matter. */
    @Property
    void anAnswerIsAsDoubtfulAsItsMostDoubtfulStep(
            @ForAll @Size(min = 1, max = 12)
                    List<@DoubleRange(min = 0.5, max = 1) Double> rewards) {
        List<Double> turned = new ArrayList<>(rewards);
        Collections.reverse(turned);

        assertThat(Doubt.of(rewards))
                .isEqualTo(rewards.stream().mapToDouble(Doubt::ofStep).max().orElseThrow())
                .isEqualTo(Doubt.of(turned));
    }

    @Property
    void stepsAfterTheFirstErrorDoNotCount(
            @ForAll @Size(max = 6) List<@DoubleRange(min = 0, max = 1) Double> later) {
        List<Double> rewards = new ArrayList<>(List.of(0.9, 0.1));
        rewards.addAll(later);

        assertThat(Doubt.of(rewards)).isEqualTo(Doubt.of(List.of(0.9, 0.1)));
    }

    @Test
    void certaintyIsNoDoubt() {
        assertThat(Doubt.of(List.of(1.0, 0.0, 0.5))).isZero();
        assertThat(Doubt.of(List.of())).isZero();
    }
}
