package org.stepwright.prm.active;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Trace;

class SplitTest {
    private static final Trace TRACE = Trace.of("t", "What is 1 + 1?", List.of("a", "b"));

    @Test
    void peopleWhoDifferWeighMoreThanAnyModel() {
        float people =
                split(
                        List.of(),
                        label(0, Verdict.CORRECT, "ada"),
                        label(0, Verdict.CORRECT, "bo"),
                        label(1, Verdict.WRONG, "ada"),
                        label(1, Verdict.CORRECT, "bo"));
        float model =
                split(
                        List.of(0.0, 1.0),
                        label(0, Verdict.CORRECT, "ada"),
                        label(1, Verdict.WRONG, "ada"));

        assertThat(people).isEqualTo(1.5f);
        assertThat(model).isEqualTo(1f);
    }

    @Test
    void aModelsDistanceIsThatFromTheLabels() {
        assertThat(
                        split(
                                List.of(0.9, 0.4),
                                label(0, Verdict.CORRECT, "ada"),
                                label(1, Verdict.WRONG, "ada")))
                .isCloseTo(0.25f, within(1e-6f));
    }

    @Test
    void whatIsDecidedOrAloneHasNothingToSettle() {
        StepLabel decision =
                StepLabel.verdict(
                        "t", 0, Verdict.WRONG, "cy", Instant.EPOCH, LabelSource.ADJUDICATED);

        assertThat(
                        split(
                                List.of(0.1, 0.1),
                                label(0, Verdict.CORRECT, "ada"),
                                label(0, Verdict.WRONG, "bo"),
                                decision))
                .isNaN();
        assertThat(split(List.of(), label(0, Verdict.CORRECT, "ada"))).isNaN();
        assertThat(split(List.of(0.5, 0.5))).isNaN();
    }

    @Test
    void aRepeatIsNoSecondPerson() {
        StepLabel again =
                StepLabel.verdict("t", 0, Verdict.WRONG, "ada", Instant.EPOCH, LabelSource.REPEAT);

        assertThat(split(List.of(), label(0, Verdict.CORRECT, "ada"), again)).isNaN();
    }

    private static float split(List<Double> rewards, StepLabel... labels) {
        return Split.of(new LabelledTrace(TRACE, List.of(labels)), rewards);
    }

    private static StepLabel label(int step, Verdict verdict, String annotator) {
        return StepLabel.verdict("t", step, verdict, annotator, Instant.EPOCH, LabelSource.HUMAN);
    }
}
