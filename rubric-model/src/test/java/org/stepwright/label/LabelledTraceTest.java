package org.stepwright.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;
import org.stepwright.trace.Trace;

class LabelledTraceTest {
    private static final Trace TRACE =
            new Trace(
                    "t",
                    "p",
                    List.of(Step.of("a"), new Step("b", StepKind.TEXT, "", List.of("known"))),
                    Outcome.UNKNOWN,
                    null,
                    Map.of());

    private static StepLabel corrected(String annotator, String correction) {
        return new StepLabel(
                "t",
                1,
                0,
                Verdict.WRONG,
                List.of(),
                List.of(),
                false,
                false,
                "",
                annotator,
                Instant.EPOCH,
                "",
                LabelSource.HUMAN,
                correction);
    }

    @Test
    void withoutCorrectionsItIsTheSame() {
        LabelledTrace plain = new LabelledTrace(TRACE, List.of(corrected("anna", "")));
        assertThat(plain.withCorrections()).isSameAs(plain);
    }

    @Test
    void eachCorrectionIsAnAlternativeThatItsAuthorCallsCorrect() {
        LabelledTrace labelled =
                new LabelledTrace(
                                TRACE,
                                List.of(
                                        corrected("anna", "better"),
                                        corrected("bert", "better"),
                                        corrected("carl", "best"),
                                        corrected("dora", "known")))
                        .withCorrections();

        assertThat(labelled.trace().steps().get(1).alternatives())
                .containsExactly("known", "better", "best");
        assertThat(labelled.labels().stream().filter(l -> l.candidate() > 0))
                .extracting(l -> l.annotator() + l.candidate() + l.verdict())
                .containsExactly("anna2CORRECT", "bert2CORRECT", "carl3CORRECT", "dora1CORRECT");
        assertThat(labelled.labels().stream().filter(l -> l.candidate() == 0))
                .extracting(StepLabel::verdict)
                .containsOnly(Verdict.WRONG)
                .hasSize(4);
    }

    @Test
    void aCorrectionToAnAlternativeReplacesWhatItsAuthorSaidOfThat() {
        StepLabel before =
                new StepLabel(
                        "t",
                        1,
                        1,
                        Verdict.WRONG,
                        List.of(),
                        List.of(),
                        false,
                        false,
                        "",
                        "anna",
                        Instant.EPOCH,
                        "",
                        LabelSource.HUMAN);

        LabelledTrace labelled =
                new LabelledTrace(TRACE, List.of(before, corrected("anna", "known")))
                        .withCorrections();

        assertThat(labelled.labels().stream().filter(l -> l.candidate() == 1))
                .extracting(StepLabel::verdict)
                .containsExactly(Verdict.CORRECT);
    }
}
