package org.stepwright.tryout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;
import static org.stepwright.tryout.TryOuts.criterion;
import static org.stepwright.tryout.TryOuts.regex;
import static org.stepwright.tryout.TryOuts.rubric;
import static org.stepwright.tryout.TryOuts.stage;
import static org.stepwright.tryout.TryOuts.trace;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.Rating;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.Scale;
import org.stepwright.rubric.VerifierSpec;
import org.stepwright.score.Aggregation;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Trace;
import org.stepwright.verify.VerifierCatalog;
import org.stepwright.work.Cancelled;
import org.stepwright.work.Progress;

class TryOutTest {
    private static final VerifierCatalog VERIFIERS = VerifierCatalog.standard();

    private final Rubric rubric =
            rubric(
                    Aggregation.MEAN,
                    List.of(
                            stage("greet", true, regex("polite", "whatever", false)),
                            stage("refund", true)),
                    criterion("sums", Scale.ternary(), false, StepChecks.ARITHMETIC));

    @Test
    void criteriaOfAStageLookAtItsStepsOnly() {
        List<CheckedStep> steps =
                new StepChecks(rubric, VERIFIERS)
                        .of(trace("t", Outcome.UNKNOWN, "greet whatever", "whatever 1 + 1 = 3"));

        assertThat(steps.get(0).answer("polite")).isEqualTo(CheckedStep.Answer.FAILED);
        assertThat(steps.get(0).answer("sums")).isEqualTo(CheckedStep.Answer.UNDECIDED);
        assertThat(steps.get(1).stage()).isEmpty();
        assertThat(steps.get(1).answer("polite")).isEqualTo(CheckedStep.Answer.UNDECIDED);
        assertThat(steps.get(1).answer("sums")).isEqualTo(CheckedStep.Answer.FAILED);
    }

    @Test
    void arithmeticIsCheckedOnceAndAlsoWhenNobodyAsks() {
        Trace trace = trace("t", Outcome.UNKNOWN, "1 + 1 = 3");

        assertThat(new StepChecks(null, VERIFIERS).of(trace).get(0).facts())
                .singleElement()
                .satisfies(fact -> assertThat(fact.asked()).isEmpty());
        assertThat(new StepChecks(rubric, VERIFIERS).of(trace).get(0).facts())
                .singleElement()
                .satisfies(fact -> assertThat(fact.criterion().id()).isEqualTo("sums"));
    }

    @Test
    void aVerifierThatCannotBeMadeIsToldAndLeftOut() {
        Rubric broken =
                rubric(
                        Aggregation.MIN,
                        List.of(),
                        criterion(
                                "odd", Scale.binary(), false, new VerifierSpec("magic", Map.of())),
                        criterion("person", Scale.binary(), false, null));
        TryOutReport report =
                TryOut.run(
                        broken, VERIFIERS, List.of(trace("t", Outcome.RIGHT, "x")), Progress.NONE);

        assertThat(report.criteria()).isEmpty();
        assertThat(report.unusable()).containsOnlyKeys("odd");
        assertThat(report.rows().get(0).reward()).isEqualTo(1);
        assertThat(report.rows().get(0).ratedSteps()).isZero();
    }

    @Test
    void failedIsTheScalesLowestAndHeldItsHighest() {
        TryOutReport report =
                TryOut.run(
                        rubric,
                        VERIFIERS,
                        List.of(
                                trace("a", Outcome.WRONG, "greet", "1 + 1 = 3", "nothing to check"),
                                trace("b", Outcome.RIGHT, "refund 1 + 1 = 2")),
                        Progress.NONE);

        assertThat(report.rows()).extracting(TraceTry::reward).containsExactly(0.5, 1.0);
        assertThat(report.rows()).extracting(TraceTry::ratedSteps).containsExactly(2, 1);
        assertThat(report.rows())
                .extracting(TraceTry::missingRequiredStages)
                .containsExactly(List.of("refund"), List.of("greet"));
        assertThat(report.criteria())
                .containsExactly(
                        new CriterionUse("sums", "arithmetic", 4, 1, 1, 1, 0, 1, 1),
                        new CriterionUse("polite", "regex", 1, 1, 0, 0, 0, 1, 0));
        assertThat(report.examples())
                .singleElement()
                .satisfies(
                        e -> {
                            assertThat(e.traceId()).isEqualTo("a");
                            assertThat(e.step()).isEqualTo(1);
                            assertThat(e.evidence()).isEqualTo("1 + 1 = 3");
                        });
    }

    @Test
    void examplesAreFewOfEachCriterion() {
        TryOut tryOut = new TryOut(rubric, VERIFIERS, false);
        for (int i = 0; i < 2 * TryOut.EXAMPLES; i++) {
            tryOut.add(trace("t" + i, Outcome.WRONG, "greet whatever", "1 + 1 = 3"));
        }
        assertThat(tryOut.report().examples()).hasSize(2 * TryOut.EXAMPLES);
        assertThat(tryOut.report().examples(1))
                .extracting(FailedCheck::criterionId, FailedCheck::traceId)
                .containsExactly(tuple("sums", "t0"), tuple("polite", "t0"));
        assertThat(tryOut.report().examples(0)).isEmpty();
    }

    @Test
    void missingRequiredStagesCanCountAsFailed() {
        TryOut strict = new TryOut(rubric, VERIFIERS, true);
        assertThat(strict.add(trace("a", Outcome.WRONG, "greet")).reward()).isEqualTo(0.5);
        assertThat(strict.add(trace("b", Outcome.WRONG, "no")).reward()).isZero();
    }

    @Test
    void aGateThatFailsMakesItsStepWrong() {
        Rubric gated =
                rubric(
                        Aggregation.MIN,
                        List.of(),
                        regex("gate", "bad", true),
                        regex("other", "odd", false));
        TryOut tryOut = new TryOut(gated, VERIFIERS, false);
        assertThat(tryOut.add(trace("a", Outcome.UNKNOWN, "bad")).reward()).isZero();
        assertThat(tryOut.add(trace("b", Outcome.UNKNOWN, "odd")).reward()).isEqualTo(0.5);
    }

    @Test
    void itStopsWhenAsked() {
        List<String> done = new ArrayList<>();
        Progress stopping =
                new Progress() {
                    @Override
                    public void report(long n, long total, String message) {
                        done.add(n + "/" + total);
                    }

                    @Override
                    public boolean isCancelled() {
                        return done.size() == 1;
                    }
                };
        List<Trace> traces =
                List.of(trace("a", Outcome.UNKNOWN, "x"), trace("b", Outcome.UNKNOWN, "x"));

        assertThatThrownBy(() -> TryOut.run(rubric, VERIFIERS, traces, stopping))
                .isInstanceOf(Cancelled.class);
        assertThat(done).containsExactly("1/2");
    }

    @Test
    void wilsonsIntervalIsTheKnownOne() {
        // R: prop.test(8, 10, correct = FALSE)$conf.int
        assertThat(new Share(8, 10).low()).isCloseTo(0.4901625, within(1e-6));
        assertThat(new Share(8, 10).high()).isCloseTo(0.9433178, within(1e-6));
        assertThat(new Share(0, 10).low()).isZero();
        assertThat(new Share(0, 10).high()).isCloseTo(0.2775328, within(1e-6));
        assertThat(new Share(0, 0).value()).isNaN();
    }

    private static StepLabel label(int step, Verdict verdict, LabelSource source, Rating... own) {
        return new StepLabel(
                "t",
                step,
                0,
                verdict,
                List.of(own),
                List.of(),
                false,
                false,
                "",
                "ann",
                Instant.EPOCH,
                "",
                source);
    }

    private VerifierQuality sums(LabelledTrace row) {
        VerifierQuality measured =
                VerifierQuality.measure(
                                StepChecks.only(rubric, VERIFIERS, "sums"),
                                List.of(row),
                                Progress.NONE)
                        .get(0);
        TryOut tryOut = new TryOut(rubric, VERIFIERS, false);
        tryOut.add(row);
        assertThat(tryOut.quality()).contains(measured);
        return measured;
    }

    @Test
    void flagsAreHeldAgainstVerdicts() {
        Trace trace =
                trace(
                        "t",
                        Outcome.WRONG,
                        "1 + 1 = 2", // held, right
                        "1 + 1 = 3", // flagged, wrong
                        "1 + 2 = 3", // held, wrong
                        "1 + 3 = 5", // flagged, not labelled
                        "words"); // not decided
        VerifierQuality quality =
                sums(
                        new LabelledTrace(
                                trace,
                                List.of(
                                        label(0, Verdict.CORRECT, LabelSource.HUMAN),
                                        label(1, Verdict.WRONG, LabelSource.IMPORTED),
                                        label(2, Verdict.WRONG, LabelSource.HUMAN),
                                        label(4, Verdict.WRONG, LabelSource.HUMAN))));

        assertThat(quality)
                .isEqualTo(new VerifierQuality("sums", "arithmetic", 4, 3, 1, 1, 2, 2, 2));
        assertThat(quality.precision()).isEqualTo(new Share(1, 1));
        assertThat(quality.recall()).isEqualTo(new Share(1, 2));
    }

    @Test
    void theCriterionsOwnRatingComesFirst() {
        Trace trace = trace("t", Outcome.WRONG, "1 + 1 = 3", "1 + 1 = 3");
        VerifierQuality quality =
                sums(
                        new LabelledTrace(
                                trace,
                                List.of(
                                        label(
                                                0,
                                                Verdict.WRONG,
                                                LabelSource.HUMAN,
                                                new Rating("sums", 1)),
                                        label(
                                                1,
                                                Verdict.CORRECT,
                                                LabelSource.HUMAN,
                                                new Rating("sums", -1)))));

        assertThat(quality.flagged()).isEqualTo(2);
        assertThat(quality.trueFlags()).isEqualTo(1);
        assertThat(quality.wrongSteps()).isEqualTo(1);
    }

    @Test
    void labelsOfMachinesDoNotCount() {
        Trace trace = trace("t", Outcome.WRONG, "1 + 1 = 3");
        VerifierQuality quality =
                sums(
                        new LabelledTrace(
                                trace,
                                List.of(
                                        label(0, Verdict.WRONG, LabelSource.SYNTHETIC),
                                        label(0, Verdict.WRONG, LabelSource.ROLLOUT))));

        assertThat(quality.labelled()).isZero();
        assertThat(quality.placedFlags()).isZero();
    }
}
