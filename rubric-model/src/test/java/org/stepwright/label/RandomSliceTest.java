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
    /** {@code printf 'what is 1 + 1' | sha256sum} begins with ed390ae6bdcc3959. */
    private static final double FRACTION = 0xed390ae6bdcc39p-56;

    @Test
    void isTheFractionThatTheDigestSays() {
        assertThat(RandomSlice.contains("What is 1 + 1?", FRACTION + 1e-15)).isTrue();
        assertThat(RandomSlice.contains("What is 1 + 1?", FRACTION - 1e-15)).isFalse();
    }

    @Test
    void holdsItsShareOfManyProblems() {
        long inside =
                IntStream.range(0, 20_000)
                        .filter(i -> RandomSlice.contains("Problem number " + i, 0.1))
                        .count();

        // Four standard deviations of a fair draw.
        assertThat(inside / 20_000.0).isCloseTo(0.1, within(0.0085));
    }

    @Property
    void growsWithItsShare(
            @ForAll String problem,
            @ForAll @DoubleRange(min = 0, max = 1) double a,
            @ForAll @DoubleRange(min = 0, max = 1) double b) {
        if (RandomSlice.contains(problem, Math.min(a, b))) {
            assertThat(RandomSlice.contains(problem, Math.max(a, b))).isTrue();
        }
    }

    @Property
    void noneAndAllAreExact(@ForAll String problem) {
        assertThat(RandomSlice.contains(problem, 0)).isFalse();
        assertThat(RandomSlice.contains(problem, 1)).isTrue();
    }

    @Test
    void theSameProblemInAnotherFormIsTheSame() {
        for (int i = 0; i < 50; i++) {
            assertThat(RandomSlice.contains("What is  " + i + " PLUS 1,000?", 0.5))
                    .isEqualTo(RandomSlice.contains("what is " + i + " plus 1000", 0.5));
        }
    }

    @Test
    void refusesNoShare() {
        assertThatThrownBy(() -> RandomSlice.contains("p", Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RandomSlice.contains("p", 1.1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
