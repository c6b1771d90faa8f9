package org.stepwright.label;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.stepwright.trace.Trace;

class StepTargetsTest {
    private static final Trace TRACE = Trace.of("t", "p", List.of("a", "b", "c"));

    private static StepLabel label(int step, Verdict verdict, String who, LabelSource source) {
        return StepLabel.verdict("t", step, verdict, who, Instant.EPOCH, source);
    }

    private static StepLabel human(int step, Verdict verdict, String who) {
        return label(step, verdict, who, LabelSource.HUMAN);
    }

    private static StepTargets targets(StepLabel... labels) {
        return StepTargets.of(new LabelledTrace(TRACE, List.of(labels)));
    }

    @Test
    void stepsAfterTheFirstErrorAreMaskedUnlessLabelled() {
        StepTargets targets = targets(human(0, Verdict.CORRECT, "a"), human(1, Verdict.WRONG, "a"));
        assertThat(targets.firstError()).isEqualTo(OptionalInt.of(1));
        assertThat(targets.rewards(NeutralPolicy.DROP)).containsExactly(1, 0, Double.NaN);
        assertThat(
                        targets(human(0, Verdict.WRONG, "a"), human(2, Verdict.CORRECT, "a"))
                                .rewards(NeutralPolicy.DROP))
                .containsExactly(0, Double.NaN, 1);
    }

    @Test
    void noneIsWrongOnlyWhenAllAreLabelled() {
        assertThat(targets(human(0, Verdict.CORRECT, "a")).firstError()).isEmpty();
        assertThat(
                        targets(
                                        human(0, Verdict.CORRECT, "a"),
                                        human(1, Verdict.NEUTRAL, "a"),
                                        human(2, Verdict.CORRECT, "a"))
                                .firstError())
                .hasValue(-1);
        assertThat(targets().firstError()).isEmpty();
    }

    @Test
    void adjudicationThenMajorityThenTheSafeSide() {
        assertThat(
                        targets(
                                        human(0, Verdict.CORRECT, "a"),
                                        human(0, Verdict.CORRECT, "b"),
                                        label(0, Verdict.WRONG, "c", LabelSource.ADJUDICATED))
                                .verdicts())
                .first()
                .isEqualTo(Verdict.WRONG);
        assertThat(
                        targets(
                                        human(0, Verdict.CORRECT, "a"),
                                        human(0, Verdict.CORRECT, "b"),
                                        human(0, Verdict.WRONG, "c"))
                                .verdicts())
                .first()
                .isEqualTo(Verdict.CORRECT);
        assertThat(
                        targets(human(0, Verdict.CORRECT, "a"), human(0, Verdict.NEUTRAL, "b"))
                                .verdicts())
                .first()
                .isEqualTo(Verdict.NEUTRAL);
        assertThat(targets(human(0, Verdict.CORRECT, "a"), human(0, Verdict.WRONG, "b")).verdicts())
                .first()
                .isEqualTo(Verdict.WRONG);
    }

    @Test
    void neutralIsADecision() {
        StepTargets targets = targets(human(0, Verdict.NEUTRAL, "a"));
        assertThat(targets.rewards(NeutralPolicy.WRONG)[0]).isEqualTo(0);
        assertThat(targets.rewards(NeutralPolicy.CORRECT)[0]).isEqualTo(1);
        assertThat(targets.rewards(NeutralPolicy.DROP)[0]).isNaN();
    }

    @Test
    void labelsPointAtTheirTrace() {
        assertThatThrownBy(() -> targets(human(3, Verdict.WRONG, "a")))
                .isInstanceOf(IllegalArgumentException.class);
        StepLabel other =
                StepLabel.verdict("x", 0, Verdict.WRONG, "a", Instant.EPOCH, LabelSource.HUMAN);
        assertThatThrownBy(() -> targets(other)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> human(-1, Verdict.WRONG, "a"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Suggestion("t", 0, "model:x", 1.5, "", Instant.EPOCH))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
