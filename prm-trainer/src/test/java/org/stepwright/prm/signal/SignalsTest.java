package org.stepwright.prm.signal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;
import org.stepwright.trace.Trace;
import org.stepwright.verify.ArithmeticVerifier;
import org.stepwright.work.Progress;

class SignalsTest {
    private final Signals signals = new Signals(new ArithmeticVerifier());

    @Property(tries = 200)
    void anyTextGivesFiniteNumbersThatLaterStepsDoNotChange(
            @ForAll String problem, @ForAll List<String> steps, @ForAll String other) {
        List<String> changed = new ArrayList<>(steps);
        changed.add(other);
        float[][] shorter = all(problem, steps);
        float[][] longer = all(problem, changed);
        for (int i = 0; i < steps.size(); i++) {
            assertThat(shorter[i]).hasSize(Signals.NAMES.size()).isEqualTo(longer[i]);
            for (float value : shorter[i]) {
                assertThat(Float.isFinite(value)).isTrue();
            }
        }
    }

    @Test
    void seesEqualitiesThatFailAndRemembersThem() {
        float[][] rows =
                all("2 boxes of 80", List.of("2 * 80 = 160", "160 + 1 = 171", "So it is."));
        assertThat(at(rows[0], "equalities_hold")).isPositive();
        assertThat(at(rows[0], "any_failure")).isZero();
        assertThat(at(rows[1], "equalities_fail")).isPositive();
        assertThat(at(rows[2], "equalities_fail")).isZero();
        assertThat(at(rows[2], "any_failure")).isEqualTo(1);
    }

    @Test
    void countsNewNumbersAgainstProblemStepsAndContext() {
        SignalState state = signals.begin("Pay 1,000 dollars");
        float[] first = state.next(Step.of("We pay 1000.00 dollars"));
        assertThat(at(first, "new_numbers")).isZero();
        assertThat(at(first, "unused_numbers")).isZero();
        Step answered = new Step("It costs 55", StepKind.TEXT, "tool says 55", List.of());
        assertThat(at(state.next(answered), "new_numbers")).isZero();
        assertThat(at(state.next(Step.of("and 56")), "new_numbers")).isPositive();
    }

    @Test
    void seesDoubtAssumptionRepetitionAndBoxes() {
        float[][] rows =
                all(
                        "p",
                        List.of(
                                "Assume it is one two three",
                                "WAIT, it is one two three",
                                "\\boxed{3}"));
        assertThat(at(rows[0], "assumption")).isPositive();
        assertThat(at(rows[0], "doubt")).isZero();
        assertThat(at(rows[1], "doubt")).isPositive();
        assertThat(at(rows[1], "repetition")).isGreaterThan(0.5f);
        assertThat(at(rows[2], "doubt_before")).isPositive();
        assertThat(at(rows[2], "boxed")).isEqualTo(1);
    }

    private static float at(float[] row, String name) {
        return row[Signals.NAMES.indexOf(name)];
    }

    private float[][] all(String problem, List<String> steps) {
        return signals.all(List.of(Trace.of("t", problem, steps)), Progress.NONE).get(0);
    }
}
