package org.stepwright.ui.prose;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MathSignsTest {
    @Test
    void commonCommandsBecomeSigns() {
        assertThat(MathSigns.plain("1/3 \\times 18 = 6")).isEqualTo("1/3 × 18 = 6");
        assertThat(MathSigns.plain("\\frac{1}{2} \\le x")).isEqualTo("1/2 ≤ x");
        assertThat(MathSigns.plain("\\frac{a + b}{2}")).isEqualTo("(a + b)/2");
        assertThat(MathSigns.plain("\\boxed{30}")).isEqualTo("30");
        assertThat(MathSigns.plain("\\left(x\\right)")).isEqualTo("(x)");
    }

    @Test
    void whatIsNotKnownOrBrokenStays() {
        assertThat(MathSigns.plain("\\lessdot \\frac{1")).isEqualTo("\\lessdot \\frac{1");
        assertThat(MathSigns.plain("\\boxed{")).isEqualTo("\\boxed{");
    }
}
