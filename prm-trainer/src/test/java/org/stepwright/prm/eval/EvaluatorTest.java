package org.stepwright.prm.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.NeutralPolicy;
import org.stepwright.label.Verdict;
import org.stepwright.prm.search.BestOfNRow;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Trace;

class EvaluatorTest {
    @Test
    void picksAmongAnswersToOneProblem() {
        List<LabelledTrace> rows =
                List.of(
                        answer("a1", "What is 3 + 4?", "The answer is 8.", Outcome.WRONG),
                        answer("a2", "What is 3 + 4?", "The answer is 7.", Outcome.RIGHT),
                        answer("b1", "What is 2 + 2?", "The answer is 4.", Outcome.RIGHT),
                        answer("b2", "What is 2 + 2?", "The answer is 5.", Outcome.WRONG),
                        answer("c1", "Alone", "The answer is 1.", Outcome.RIGHT),
                        answer("d1", "Outcome not known", "The answer is 1.", Outcome.UNKNOWN),
                        answer("d2", "Outcome not known", "The answer is 1.", Outcome.UNKNOWN));
        List<List<Double>> rewards =
                List.of(
                        List.of(0.9, 0.2),
                        List.of(0.6, 0.6),
                        List.of(0.9, 0.8),
                        List.of(0.1, 0.9),
                        List.of(1.0, 1.0),
                        List.of(1.0, 1.0),
                        List.of(1.0, 1.0));

        Map<String, List<BestOfNRow>> tables =
                new Evaluator()
                        .evaluate("f", rewards, rows, new ThresholdRule(0.5, "fixed"), null, 1)
                        .bestOfN();

        assertThat(tables.get("min"))
                .extracting(BestOfNRow::n, BestOfNRow::problems, BestOfNRow::best)
                .containsExactly(tuple(1, 2, 0.5), tuple(2, 2, 1.0));
        // By the last step alone the wrong 5 beats the right 4.
        assertThat(tables.get("last").get(1).best()).isEqualTo(0.5);
        assertThat(tables.get("min").get(1).oracle()).isEqualTo(1);
        assertThat(tables.get("min").get(1).first()).isEqualTo(0.5);
    }

    private static LabelledTrace answer(String id, String problem, String last, Outcome outcome) {
        Trace trace = Trace.of(id, problem, List.of("We add.", last));
        return new LabelledTrace(
                new Trace(id, problem, trace.steps(), outcome, null, Map.of()), List.of());
    }

    @Test
    void reportsStepsAndErrorKindsAsPrmBenchDoes() {
        LabelledTrace one = Rows.row("a", "p", 1, "s", "t");
        LabelledTrace named =
                new LabelledTrace(
                        new Trace(
                                "a",
                                "p",
                                one.trace().steps(),
                                Outcome.UNKNOWN,
                                null,
                                Map.of(Trace.ERROR_KIND, "circular")),
                        one.labels());
        LabelledTrace right = Rows.row("b", "q", -1, "s", "t");

        FileEval eval =
                new Evaluator()
                        .evaluate(
                                "f",
                                List.of(List.of(0.9, 0.2), List.of(0.9, 0.3)),
                                List.of(named, right),
                                new ThresholdRule(0.5, "fixed"),
                                null,
                                1);

        assertThat(eval.stepF1().positive()).isEqualTo(2 * 2.0 / (2 + 3));
        assertThat(eval.stepF1().negative()).isEqualTo(2 * 1.0 / (2 + 1));
        assertThat(eval.exact()).isEqualTo(0.5);
        assertThat(eval.kinds()).containsOnlyKeys("circular");
        assertThat(eval.kinds().get("circular").traces()).isEqualTo(1);
        assertThat(eval.kinds().get("circular").stepF1().accuracy()).isEqualTo(1);
    }

    private static final ThresholdRule HALF = new ThresholdRule(0.5, "fixed");

    private final Evaluator evaluator = new Evaluator();

    @Test
    void countsWhatItJudges() {
        List<LabelledTrace> rows =
                List.of(
                        Rows.row("a", "one plus one", 1, "two", "three", "four"),
                        Rows.row("b", "one plus one", -1, "two", "so two"),
                        Rows.row("c", "name a colour of the sky", 0, "green"));
        List<List<Double>> rewards =
                List.of(List.of(0.9, 0.1, 0.2), List.of(0.9, 0.4), List.of(0.8));

        FileEval eval = evaluator.evaluate("file", rewards, rows, HALF, null, 1);

        assertThat(eval.traces()).isEqualTo(3);
        assertThat(eval.problems()).isEqualTo(2);
        assertThat(eval.steps()).isEqualTo(5);
        assertThat(eval.baseRate()).isCloseTo(0.4, within(1e-12));
        assertThat(eval.errorShare()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(eval.errorAccuracy()).isEqualTo(50);
        assertThat(eval.correctAccuracy()).isZero();
        assertThat(eval.worst()).extracting(Mistake::traceId).containsExactly("c", "b");
        assertThat(eval.reliability()).extracting(ReliabilityBin::count).hasSize(5);
    }

    @Test
    void rowsWithoutLabelsAreLeftOut() {
        LabelledTrace open = new LabelledTrace(Trace.of("x", "p", List.of("s")), List.of());

        FileEval eval =
                evaluator.evaluate("file", List.of(List.of(0.5)), List.of(open), HALF, null, 1);

        assertThat(eval.traces()).isZero();
        assertThat(eval.f1()).isNaN();
        assertThat(eval.auroc()).isNaN();
    }

    @Test
    void aPartlyLabelledTraceCountsBySteps() {
        LabelledTrace part =
                new LabelledTrace(
                        Trace.of("x", "p", List.of("s", "t")),
                        List.of(Rows.label("x", 0, Verdict.CORRECT)));

        FileEval eval =
                evaluator.evaluate(
                        "file", List.of(List.of(0.5, 0.1)), List.of(part), HALF, null, 1);

        assertThat(eval.steps()).isEqualTo(1);
        assertThat(eval.errorShare()).isNaN();
    }

    @Test
    void neutralIsAnErrorOnlyWhenAsked() {
        LabelledTrace row =
                new LabelledTrace(
                        Trace.of("x", "p", List.of("s", "t")),
                        List.of(
                                Rows.label("x", 0, Verdict.NEUTRAL),
                                Rows.label("x", 1, Verdict.CORRECT)));
        List<List<Double>> rewards = List.of(List.of(0.1, 0.9));

        assertThat(evaluate(NeutralPolicy.WRONG, rewards, row).errorAccuracy()).isEqualTo(100);
        assertThat(evaluate(NeutralPolicy.CORRECT, rewards, row).correctAccuracy()).isZero();
        assertThat(evaluate(NeutralPolicy.DROP, rewards, row).steps()).isEqualTo(1);
    }

    private static FileEval evaluate(
            NeutralPolicy neutral, List<List<Double>> rewards, LabelledTrace row) {
        return new Evaluator(neutral).evaluate("f", rewards, List.of(row), HALF, null, 1);
    }

    @Test
    void aFileWithoutRightTracesHasNoF1AndValidJson() throws JsonProcessingException {
        List<LabelledTrace> rows = List.of(Rows.row("a", "p", 0, "s"));

        FileEval eval =
                evaluator.evaluate(
                        "file",
                        List.of(List.of(0.2)),
                        rows,
                        HALF,
                        Baselines.fit(rows, NeutralPolicy.CORRECT),
                        1);
        String json =
                new ObjectMapper().writeValueAsString(EvalJson.of(EvalReport.of(List.of(eval))));

        assertThat(eval.f1()).isNaN();
        assertThat(eval.errorAccuracy()).isEqualTo(100);
        assertThat(json).contains("\"f1\":null", "\"average_f1\":null").doesNotContain("NaN");
    }

    @Test
    void theSameSeedGivesTheSameIntervals() {
        List<LabelledTrace> rows = new ArrayList<>();
        List<List<Double>> rewards = new ArrayList<>();
        fill(rows, rewards, 60);

        FileEval first = evaluator.evaluate("f", rewards, rows, HALF, null, 7);

        assertThat(evaluator.evaluate("f", rewards, rows, HALF, null, 7)).isEqualTo(first);
        assertThat(evaluator.evaluate("f", rewards, rows, HALF, null, 8).ci95())
                .isNotEqualTo(first.ci95());
    }

    @Test
    void intervalsHoldTheEstimateAndNarrowWithMoreProblems() {
        FileEval few = filled(40);
        FileEval many = filled(640);

        assertInside(few.ci95().get("f1"), few.f1());
        assertInside(few.ci95().get("auroc"), few.auroc());
        assertInside(few.ci95().get("brier"), few.brier());
        assertInside(few.ci95().get("error_accuracy"), few.errorAccuracy());
        assertInside(few.ci95().get("correct_accuracy"), few.correctAccuracy());
        assertThat(width(many.ci95().get("f1"))).isLessThan(width(few.ci95().get("f1")) / 2);
    }

    @Test
    void answersToOneProblemAreDrawnTogether() {
        List<LabelledTrace> rows = new ArrayList<>();
        List<List<Double>> rewards = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            boolean good = i % 2 == 0;
            rows.add(Rows.row("t" + i, "the only problem", good ? -1 : 0, "s"));
            rewards.add(List.of(i % 3 == 0 ? 0.2 : 0.8));
        }

        FileEval eval = evaluator.evaluate("f", rewards, rows, HALF, null, 1);

        assertThat(eval.problems()).isEqualTo(1);
        assertThat(width(eval.ci95().get("f1"))).isZero();
    }

    @Test
    void rewardsThatDoNotFitAreRefused() {
        List<LabelledTrace> rows = List.of(Rows.row("a", "p", 0, "s", "t"));

        assertThatThrownBy(
                        () -> evaluator.evaluate("f", List.of(List.of(0.2)), rows, HALF, null, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private FileEval filled(int problems) {
        List<LabelledTrace> rows = new ArrayList<>();
        List<List<Double>> rewards = new ArrayList<>();
        fill(rows, rewards, problems);
        return evaluator.evaluate("f", rewards, rows, HALF, null, 3);
    }

    private static void fill(List<LabelledTrace> rows, List<List<Double>> rewards, int problems) {
        Random random = new Random(11);
        for (int i = 0; i < problems; i++) {
            int error = random.nextInt(4) - 1;
            String problem = "Problem " + Integer.toString(i * 7919 + 31, 36);
            rows.add(Rows.row("t" + i, problem, error, "first", "second", "third"));
            List<Double> scores = new ArrayList<>();
            for (int s = 0; s < 3; s++) {
                double middle = s == error ? 0.4 : 0.65;
                scores.add(Math.min(1, Math.max(0, middle + 0.15 * random.nextGaussian())));
            }
            rewards.add(scores);
        }
    }

    private static double width(List<Double> interval) {
        return interval.get(1) - interval.get(0);
    }

    private static void assertInside(List<Double> interval, double value) {
        assertThat(value).isBetween(interval.get(0), interval.get(1));
    }
}
