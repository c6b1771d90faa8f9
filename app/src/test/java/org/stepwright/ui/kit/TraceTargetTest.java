package org.stepwright.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TraceTargetTest {
    @Property
    void aStepComesThrough(
            @ForAll @StringLength(min = 1, max = 20) String id,
            @ForAll @IntRange(max = 999_999_999) int step) {
        assertThat(TraceTarget.of(new TraceTarget(id, step).text()))
                .isEqualTo(new TraceTarget(id, step));
    }

    @Test
    void anIdAloneNamesNoStep() {
        assertThat(TraceTarget.of("gsm8k-3")).isEqualTo(new TraceTarget("gsm8k-3", -1));
        assertThat(new TraceTarget("gsm8k-3", -1).text()).isEqualTo("gsm8k-3");
    }
}
