package org.stepwright.prm.active;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FocusTest {
    @Property
    void weightsAddUpToOne(
            @ForAll @Size(min = 1, max = 12) List<@DoubleRange(min = 0, max = 1) Double> rewards) {
        Focus focus = Focus.of(rewards);

        assertThat(focus.steps()).isSorted().hasSizeBetween(1, Focus.MOST).doesNotHaveDuplicates();
        assertThat(focus.steps()).allMatch(i -> i >= 0 && i < rewards.size());
        assertThat(focus.weights().stream().mapToDouble(w -> w).sum()).isCloseTo(1, within(1e-9));
    }

    @Test
    void takesTheMostDoubtfulSteps() {
        assertThat(Focus.of(List.of(0.99, 0.6, 0.999, 0.7, 0.8, 0.9)).steps())
                .containsExactly(1, 3, 4, 5);
        assertThat(Focus.of(List.of(0.9, 0.2, 0.5)).steps()).containsExactly(0, 1);
        assertThat(Focus.ofUnscored(6).steps()).containsExactly(0, 1, 2, 3);
        assertThat(Focus.ofUnscored(0).steps()).isEmpty();
    }

    @Test
    void meansHaveLengthOne() {
        Focus even = Focus.ofUnscored(2);

        assertThat(even.mean(List.of(new float[] {3, 0}, new float[] {0, 4})))
                .containsExactly(new float[] {0.6f, 0.8f}, within(1e-6f));
        assertThat(even.mean(List.of(new float[] {1, 0}, new float[] {-1, 0})))
                .containsExactly(new float[] {0, 0});
    }
}
