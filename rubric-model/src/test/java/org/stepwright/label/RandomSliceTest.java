package org.stepwright.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class RandomSliceTest {
    @Test
    void takesItsShareOfManyProblems() {
        for (double share : new double[] {0.02, 0.1, 0.5}) {
            long in =
                    IntStream.range(0, 20_000)
                            .filter(i -> RandomSlice.contains("How much is " + i + "?", share))
                            .count();
            // Five standard deviations of a binomial count.
            double deviation = 5 * Math.sqrt(share * (1 - share) / 20_000);
            assertThat(in / 20_000.0).isCloseTo(share, within(deviation));
        }
    }

    @Property
    void aLargerShareContainsEverySmallerOne(
            @ForAll String problem,
            @ForAll @DoubleRange(min = 0, max = 1) double a,
            @ForAll @DoubleRange(min = 0, max = 1) double b) {
        if (RandomSlice.contains(problem, Math.min(a, b))) {
            assertThat(RandomSlice.contains(problem, Math.max(a, b))).isTrue();
        }
        assertThat(RandomSlice.contains(problem, 0)).isFalse();
        assertThat(RandomSlice.contains(problem, 1)).isTrue();
    }

    @Test
    void dependsOnTheNormalisedProblemOnly() {
        assertThat(RandomSlice.place("Pay  1,200 Euro!"))
                .isEqualTo(RandomSlice.place("pay 1200 euro"))
                .isNotEqualTo(RandomSlice.place("pay 1201 euro"));
        // Written down: another build that moved problems would spoil every evaluation before it.
        assertThat(RandomSlice.place("How much is 7?")).isEqualTo(0.11597004626143848);
        assertThat(RandomSlice.place("")).isEqualTo(0.9576734252420561);
    }

    @Test
    void refusesWhatIsNoShare() {
        for (double wrong : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThatThrownBy(() -> RandomSlice.contains("x", wrong))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
