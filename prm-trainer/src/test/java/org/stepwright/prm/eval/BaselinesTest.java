package org.stepwright.prm.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.work.Progress;

class BaselinesTest {
    private static final ThresholdRule HALF = new ThresholdRule(0.5, "fixed");

    @Test
    void theTableHoldsThemAll() {
        List<LabelledTrace> rows = rows();

        FileEval eval = evaluate(rows, Baselines.fit(rows, NeutralPolicy.CORRECT));

        assertThat(eval.baselines().keySet())
                .containsExactly(
                        "always-correct",
                        "constant-index",
                        "uniform",
                        "length",
                        "position",
                        "doubt",
                        "length+position");
        BaselineRow always = eval.baselines().get("always-correct");
        assertThat(always.errorAccuracy()).isZero();
        assertThat(always.correctAccuracy()).isEqualTo(100);
        assertThat(always.f1()).isZero();
        assertThat(always.auroc()).isEqualTo(0.5);
    }

    @Test
    void constantIndexIsTheSingleIndexOfTheBestF1() {
        List<LabelledTrace> rows = new ArrayList<>();
        String[] eight = {"a", "b", "c", "d", "e", "f", "g", "h"};
        for (int i = 0; i < 6; i++) {
            rows.add(Rows.row("w" + i, "p" + i, 0, "a", "b", "c"));
        }
        for (int i = 0; i < 5; i++) {
            rows.add(Rows.row("l" + i, "q" + i, 4, eight));
        }
        for (int i = 0; i < 10; i++) {
            rows.add(Rows.row("r" + i, "s" + i, -1, "a", "b", "c"));
        }

        Baselines baselines = Baselines.fit(rows, NeutralPolicy.CORRECT);

        // Step 1 is wrong most often, but naming it calls every right trace wrong.
        assertThat(baselines.constantIndex()).isEqualTo(4);
        BaselineRow row = evaluate(rows, baselines).baselines().get("constant-index");
        assertThat(row.correctAccuracy()).isEqualTo(100);
        assertThat(row.errorAccuracy()).isCloseTo(100 * 5.0 / 11, within(1e-9));
    }

    @Test
    void constantIndexIsTheMostFrequentFirstErrorWithoutRightTraces() {
        List<LabelledTrace> rows =
                List.of(
                        Rows.row("a", "p", 1, "s", "t", "u"),
                        Rows.row("b", "q", 2, "s", "t", "u"),
                        Rows.row("c", "r", 2, "s", "t", "u"));
        assertThat(Baselines.fit(rows, NeutralPolicy.CORRECT).constantIndex()).isEqualTo(2);
    }

    @Test
    void constantIndexIsTheMostFrequentFirstError() {
        List<LabelledTrace> rows = rows();
        Baselines baselines = Baselines.fit(rows, NeutralPolicy.CORRECT);

        assertThat(baselines.constantIndex()).isEqualTo(2);
        assertThat(evaluate(rows, baselines).baselines().get("constant-index").errorAccuracy())
                .isCloseTo(100 * 2.0 / 3, within(1e-9));
    }

    @Test
    void uniformIsItsExpectation() {
        List<LabelledTrace> rows =
                List.of(Rows.row("a", "p", 1, "s", "t", "u"), Rows.row("b", "q", -1, "s"));

        BaselineRow uniform =
                evaluate(rows, Baselines.fit(rows, NeutralPolicy.CORRECT))
                        .baselines()
                        .get("uniform");

        assertThat(uniform.errorAccuracy()).isCloseTo(25, within(1e-9));
        assertThat(uniform.correctAccuracy()).isCloseTo(50, within(1e-9));
        assertThat(uniform.f1()).isCloseTo(100.0 / 3, within(1e-9));
    }

    @Test
    void aDrawnUniformComesNearItsExpectation() {
        List<LabelledTrace> rows = new ArrayList<>();
        for (int i = 0; i < 4000; i++) {
            rows.add(Rows.row("t" + i, "p" + i, -1, "a", "b", "c"));
        }
        Baselines baselines = Baselines.fit(List.of(), NeutralPolicy.CORRECT);
        List<List<Double>> drawn =
                baselines
                        .scorer(Baselines.UNIFORM, 5)
                        .orElseThrow()
                        .scoreAll(rows.stream().map(LabelledTrace::trace).toList(), Progress.NONE);

        double passed =
                Metrics.firstErrors(drawn, rows.stream().map(r -> -1).toList(), 0.5)
                        .correctAccuracy();

        assertThat(passed).isCloseTo(0.25, within(0.03));
    }

    @Test
    void aShortcutIsFoundByItsSignal() {
        List<LabelledTrace> rows = rows();
        Baselines baselines = Baselines.fit(rows, NeutralPolicy.CORRECT);

        FileEval eval = evaluate(rows, baselines);

        // The wrong steps of these rows are the long ones, and nothing else tells them apart.
        assertThat(eval.baselines().get("length").auroc()).isEqualTo(1);
        assertThat(eval.baselines().get("length").f1()).isEqualTo(100);
        assertThat(eval.baselines().get("doubt").auroc()).isLessThan(0.6);
        assertThat(eval.baselines().get("length").thresholdRule())
                .isEqualTo("best F1 on the training part");
    }

    @Test
    void thresholdsCanComeFromAnotherFile() {
        List<LabelledTrace> rows = rows();
        Baselines baselines = Baselines.fit(rows, NeutralPolicy.CORRECT);

        Baselines moved =
                baselines.withThresholdsFrom(
                        List.of(Rows.row("x", "p", -1, "s"), Rows.row("y", "q", 0, "s")),
                        NeutralPolicy.CORRECT,
                        "gsm8k");

        assertThat(moved.threshold("length").text()).isEqualTo("best F1 on gsm8k");
        assertThat(moved.signals().get(0).weights())
                .isEqualTo(baselines.signals().get(0).weights());
    }

    @Test
    void survivesJson() throws JsonProcessingException {
        Baselines baselines = Baselines.fit(rows(), NeutralPolicy.CORRECT);
        ObjectMapper json = new ObjectMapper();

        assertThat(json.readValue(json.writeValueAsString(baselines), Baselines.class))
                .isEqualTo(baselines);
    }

    @Test
    void saysWhenAThresholdIsNotOneOfTheBestF1() {
        List<List<Double>> rewards = List.of(List.of(0.9));
        List<LabelledTrace> right = List.of(Rows.row("x", "p", -1, "s"));
        List<LabelledTrace> wrong = List.of(Rows.row("y", "q", 0, "s"));
        assertThat(rule(rewards, right).text())
                .isEqualTo("best correct accuracy on a file, which has no wrong trace");
        assertThat(rule(rewards, wrong).text())
                .isEqualTo("best error accuracy on a file, which has no right trace");
        ThresholdRule nothing = rule(List.of(), List.of());
        assertThat(nothing.text()).isEqualTo("0.5, as no first error is known on a file");
        assertThat(nothing.value()).isEqualTo(0.5);
    }

    private static ThresholdRule rule(List<List<Double>> rewards, List<LabelledTrace> rows) {
        return ThresholdRule.bestF1(rewards, rows, NeutralPolicy.CORRECT, "a file");
    }

    @Test
    void fitsOnNothingAndOnOneClass() {
        assertThat(Baselines.fit(List.of(), NeutralPolicy.CORRECT).constantIndex()).isZero();
        List<LabelledTrace> right = List.of(Rows.row("a", "p", -1, "s", "t"));

        FileEval eval = evaluate(right, Baselines.fit(right, NeutralPolicy.CORRECT));

        assertThat(eval.baselines().get("length").auroc()).isNaN();
        assertThat(eval.baselines().get("length").correctAccuracy()).isEqualTo(100);
    }

    @Test
    void logisticFitFindsTheWeightsThatMadeTheData() {
        // One input of two values: the exact answer is the log odds of each.
        double[][] inputs = new double[200][];
        boolean[] positives = new boolean[200];
        for (int i = 0; i < 200; i++) {
            inputs[i] = new double[] {i < 100 ? 0 : 1};
            positives[i] = i < 100 ? i < 25 : i < 180;
        }

        double[] fitted = LogisticFit.fit(inputs, positives);

        assertThat(fitted[1]).isCloseTo(Math.log(25.0 / 75), within(1e-3));
        assertThat(fitted[0] + fitted[1]).isCloseTo(Math.log(80.0 / 20), within(1e-3));
    }

    private static FileEval evaluate(List<LabelledTrace> rows, Baselines baselines) {
        List<List<Double>> rewards =
                rows.stream().map(r -> r.trace().steps().stream().map(s -> 0.7).toList()).toList();
        return new Evaluator().evaluate("f", rewards, rows, HALF, baselines, 1);
    }

    private static List<LabelledTrace> rows() {
        List<LabelledTrace> rows = new ArrayList<>();
        String wrong = "this one goes on for a good deal longer than all of the others do";
        for (int i = 0; i < 6; i++) {
            rows.add(Rows.row("a" + i, "first " + i, 2, "short", "brief", wrong));
            rows.add(Rows.row("b" + i, "second " + i, -1, "short", "brief", "small"));
        }
        for (int i = 0; i < 3; i++) {
            rows.add(Rows.row("c" + i, "third " + i, 0, wrong, "brief", "small"));
        }
        return rows;
    }
}
