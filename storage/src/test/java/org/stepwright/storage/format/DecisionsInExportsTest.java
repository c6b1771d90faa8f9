package org.stepwright.storage.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.label.StepLabel;
import org.stepwright.label.StepTargets;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Trace;

/** What a reviewer decided is what exports say, and a second labelling says nothing. */
class DecisionsInExportsTest {
    private static final LabelWriter.RowFacts FACTS =
            new LabelWriter.RowFacts("", NeutralPolicy.WRONG);

    private static StepLabel label(int step, Verdict verdict, String who, LabelSource source) {
        return StepLabel.verdict("t", step, verdict, who, Instant.EPOCH, source);
    }

    private static LabelledTrace disputed() {
        return new LabelledTrace(
                Trace.of("t", "p", List.of("a", "b")),
                List.of(
                        label(0, Verdict.WRONG, "anna", LabelSource.HUMAN),
                        label(0, Verdict.WRONG, "bert", LabelSource.HUMAN),
                        label(0, Verdict.WRONG, "anna", LabelSource.REPEAT),
                        label(0, Verdict.CORRECT, "rita", LabelSource.ADJUDICATED),
                        label(1, Verdict.WRONG, "anna", LabelSource.HUMAN),
                        label(1, Verdict.WRONG, "bert", LabelSource.HUMAN)));
    }

    @Test
    void oneLabelAStepIsTheDecision() {
        for (String format : List.of("trl", "processbench")) {
            LabelledTrace read =
                    Reading.of(format, RoundTripTest.write(format, List.of(disputed()), FACTS))
                            .only();
            assertThat(StepTargets.of(read).verdicts())
                    .as(format)
                    .containsExactly(Verdict.CORRECT, Verdict.WRONG);
        }
    }

    @Test
    void theGenericFormKeepsEverybodysWord() {
        LabelledTrace read =
                Reading.of("generic", RoundTripTest.write("generic", List.of(disputed()), FACTS))
                        .only();
        assertThat(read.labels()).containsExactlyInAnyOrderElementsOf(disputed().labels());
        assertThat(StepTargets.of(read).verdicts()).containsExactly(Verdict.CORRECT, Verdict.WRONG);
    }

    @Test
    void aRepeatAloneIsNoLabel() {
        LabelledTrace repeated =
                new LabelledTrace(
                        Trace.of("t", "p", List.of("a")),
                        List.of(label(0, Verdict.WRONG, "anna", LabelSource.REPEAT)));
        assertThat(StepTargets.of(repeated).verdicts()).containsExactly((Verdict) null);
    }
}
