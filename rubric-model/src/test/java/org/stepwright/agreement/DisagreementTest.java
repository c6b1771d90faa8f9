package org.stepwright.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.stepwright.agreement.LabelledTraces.label;
import static org.stepwright.agreement.LabelledTraces.said;
import static org.stepwright.agreement.LabelledTraces.trace;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.Verdict;

class DisagreementTest {
    @Test
    void stepsAndFirstErrorsOfThoseWhoLabelled() {
        Disagreement found =
                Disagreement.of(
                        new LabelledTrace(
                                trace("t", 3),
                                List.of(
                                        said("t", 0, Verdict.CORRECT, "ann"),
                                        said("t", 0, Verdict.NEUTRAL, "ben"),
                                        said("t", 1, Verdict.WRONG, "ann"),
                                        said("t", 1, Verdict.CORRECT, "ben"),
                                        said("t", 2, Verdict.CORRECT, "ben"),
                                        label("t", 2, Verdict.WRONG, "ann", LabelSource.REPEAT),
                                        label(
                                                "t",
                                                2,
                                                Verdict.WRONG,
                                                "rev",
                                                LabelSource.ADJUDICATED),
                                        label("t", 2, Verdict.WRONG, "bot", LabelSource.ROLLOUT))));
        assertThat(found.shared()).isEqualTo(2);
        assertThat(found.steps()).containsExactly(0, 1);
        assertThat(found.opposed()).containsExactly(1);
        assertThat(found.firstErrors()).isEqualTo(Map.of("ann", 1, "ben", -1));
        assertThat(found.firstErrorDistance()).isEqualTo(2);
        assertThat(found.share()).isEqualTo(1);
        assertThat(found.any()).isTrue();
    }

    @Test
    void oneVoiceDiffersFromNobody() {
        Disagreement found =
                Disagreement.of(
                        new LabelledTrace(
                                trace("t", 1), List.of(said("t", 0, Verdict.WRONG, "ann"))));
        assertThat(found.any()).isFalse();
        assertThat(found.shared()).isZero();
        assertThat(found.share()).isZero();
        assertThat(found.firstErrors()).isEqualTo(Map.of("ann", 0));
    }
}
