package org.stepwright.prm.signal;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.stepwright.trace.Step;
import org.stepwright.verify.ArithmeticVerifier;

class StepMarkerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Step 3: So 4.",
                "step 12. So 4.",
                "3. So 4.",
                "3) So 4.",
                "**Step 3:** So 4.",
                "**3.** So 4.",
                " Step 3\nSo 4."
            })
    void aCounterIsDropped(String text) {
        assertThat(StepMarker.dropped(text)).isEqualTo("So 4.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "So 4.",
                "3 apples are left.",
                "3.5 litres are left.",
                "2024. That was the year.",
                "Steps 1 and 2 hold.",
                "Step by step: 4.",
                "Step 3:",
                "12:30 is the time."
            })
    void otherTextsStay(String text) {
        assertThat(StepMarker.dropped(text)).isEqualTo(text);
    }

    @Property
    void whatStaysIsAnEndOfTheText(@ForAll String text) {
        assertThat(text).endsWith(StepMarker.dropped(text));
    }

    @Test
    void aCounterChangesNoSignal() {
        SignalState plain = new SignalState("What is 2 + 2?", new ArithmeticVerifier());
        SignalState counted = new SignalState("What is 2 + 2?", new ArithmeticVerifier());
        for (int i = 1; i <= 3; i++) {
            assertThat(counted.next(Step.of("Step " + i + ": 2 + 2 = 4, so 4.")))
                    .isEqualTo(plain.next(Step.of("2 + 2 = 4, so 4.")));
        }
    }
}
