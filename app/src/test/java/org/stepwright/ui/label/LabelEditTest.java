package org.stepwright.ui.label;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.stepwright.label.LabelPass;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;

class LabelEditTest {
    private final LabelEdit first = new LabelEdit("ana", Instant.EPOCH, "refund@1");
    private final LabelEdit second =
            new LabelEdit("ana", Instant.EPOCH.plusSeconds(60), "refund@2");
    private final StepLabel rated =
            first.rate(first.blank("t", Spot.of(0), LabelPass.LABEL), "clear", 1);

    @Test
    void marksAndCommentsLeaveTheVersionThatTheRatingsWereGivenUnder() {
        assertThat(second.comment(rated, "Nice.").rubricVersion()).isEqualTo("refund@1");
        assertThat(second.spark(rated, true).rubricVersion()).isEqualTo("refund@1");
        assertThat(second.unsure(rated, true).rubricVersion()).isEqualTo("refund@1");
        assertThat(second.comment(rated, "Nice.").at()).isEqualTo(second.at());
    }

    @Test
    void judgementsAreMadeUnderTheVersionInUse() {
        assertThat(second.verdict(rated, Verdict.CORRECT).rubricVersion()).isEqualTo("refund@2");
        assertThat(second.rate(rated, "clear", 0).rubricVersion()).isEqualTo("refund@2");
        assertThat(second.toggleErrorKind(rated, "logic").rubricVersion()).isEqualTo("refund@2");
    }

    @Test
    void aNewLabelIsUnderTheVersionInUse() {
        assertThat(
                        second.comment(second.blank("t", Spot.of(1), LabelPass.LABEL), "Why?")
                                .rubricVersion())
                .isEqualTo("refund@2");
    }
}
