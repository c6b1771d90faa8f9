package org.stepwright.tryout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.Stage;
import org.stepwright.rubric.StageMatcher;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;
import org.stepwright.trace.Trace;
import org.stepwright.verify.VerifierCatalog;
import org.stepwright.work.Progress;

class TryOutPropertiesTest {
    private static final VerifierCatalog VERIFIERS = VerifierCatalog.standard();

    @Provide
    Arbitrary<Rubric> rubrics() {
        return TryOuts.rubrics();
    }

    @Provide
    Arbitrary<List<Trace>> traces() {
        return TryOuts.traces();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.MIXIN)
    void stagesOfATraceAreThoseThatEachPrefixGivesOnItsOwn(
            @ForAll("rubrics") Rubric rubric, @ForAll("traces") List<Trace> traces) {
        StageMatcher matcher = new StageMatcher(rubric);
        for (Trace trace : traces) {
            List<Optional<Stage>> byPrefix = new ArrayList<>();
            for (int i = 1; i <= trace.steps().size(); i++) {
                byPrefix.add(slowly(rubric.stages(), trace.steps().subList(0, i)));
            }
            assertThat(matcher.stagesOf(trace.steps())).isEqualTo(byPrefix);
        }
    }

    /** The rule as it is told, from the first step on again for each prefix. */
    private static Optional<Stage> slowly(List<Stage> stages, List<Step> prefix) {
        List<Stage> order = new ArrayList<>(stages);
        Set<Stage> used = new HashSet<>();
        Optional<Stage> last = Optional.empty();
        for (Step step : prefix) {
            String tool =
                    step.kind() == StepKind.TOOL_CALL
                            ? step.text().substring(0, step.text().indexOf('('))
                            : "";
            List<Stage> free =
                    order.stream().filter(s -> s.repeatable() || !used.contains(s)).toList();
            last = free.stream().filter(s -> s.match().contains(tool)).findFirst();
            if (last.isEmpty()) {
                last =
                        free.stream()
                                .filter(s -> s.match().stream().anyMatch(w -> says(step, w)))
                                .findFirst();
            }
            if (last.isPresent()) {
                used.add(last.get());
                Collections.rotate(order, -order.indexOf(last.get()));
            }
        }
        return last;
    }

    private static boolean says(Step step, String word) {
        return Pattern.compile("(?<![a-z0-9])" + Pattern.quote(word) + "(?![a-z0-9])")
                .matcher(step.text())
                .find();
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.MIXIN)
    void countsAddUp(@ForAll("rubrics") Rubric rubric, @ForAll("traces") List<Trace> traces) {
        TryOutReport report = TryOut.run(rubric, VERIFIERS, traces, Progress.NONE);

        assertThat(report.traces()).isEqualTo(traces.size());
        int steps = traces.stream().mapToInt(t -> t.steps().size()).sum();
        assertThat(report.steps()).isEqualTo(steps);
        assertThat(
                        report.stages().stream().mapToInt(StageUse::steps).sum()
                                + report.stepsWithoutStage())
                .isEqualTo(steps);
        assertThat(report.stages())
                .allSatisfy(
                        s -> assertThat(s.traces() + s.tracesWithout()).isEqualTo(traces.size()));
        assertThat(report.criteria().stream().mapToInt(CriterionUse::failed).sum())
                .isEqualTo(report.rows().stream().mapToInt(TraceTry::failedChecks).sum());
        int right = report.tracesWith(Outcome.RIGHT);
        int wrong = report.tracesWith(Outcome.WRONG);
        for (CriterionUse use : report.criteria()) {
            assertThat(use.passedTraces()).isLessThanOrEqualTo(right);
            assertThat(use.wrongTraces()).isLessThanOrEqualTo(wrong);
            assertThat(use.looked()).isLessThanOrEqualTo(steps);
            assertThat(use.undecided()).isNotNegative();
        }
        int missing =
                report.stages().stream()
                        .filter(StageUse::required)
                        .mapToInt(StageUse::tracesWithout)
                        .sum();
        assertThat(report.rows().stream().mapToInt(r -> r.missingRequiredStages().size()).sum())
                .isEqualTo(missing);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.MIXIN)
    void rewardsLieInTheUnitIntervalAndMissingStagesNeverRaiseOne(
            @ForAll("rubrics") Rubric rubric, @ForAll("traces") List<Trace> traces) {
        TryOut lenient = new TryOut(rubric, VERIFIERS, false);
        TryOut strict = new TryOut(rubric, VERIFIERS, true);
        for (Trace trace : traces) {
            TraceTry a = lenient.add(trace);
            TraceTry b = strict.add(trace);
            assertThat(a.reward()).isBetween(0.0, 1.0);
            assertThat(b.reward()).isBetween(0.0, a.reward());
            if (a.failedChecks() == 0) {
                assertThat(a.reward()).isEqualTo(1);
            }
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.MIXIN)
    void wholeAndStreamedAreTheSame(
            @ForAll("rubrics") Rubric rubric, @ForAll("traces") List<Trace> traces) {
        TryOut streamed = new TryOut(rubric, VERIFIERS, false);
        traces.forEach(streamed::add);

        assertThat(streamed.report())
                .isEqualTo(TryOut.run(rubric, VERIFIERS, traces, Progress.NONE));
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.MIXIN)
    void aVerifierSeesOnlyTheStepsSoFar(
            @ForAll("rubrics") Rubric rubric, @ForAll("traces") List<Trace> traces) {
        StepChecks checks = new StepChecks(rubric, VERIFIERS);
        for (Trace trace : traces) {
            int half = trace.steps().size() / 2;
            Trace cut =
                    new Trace(
                            trace.id(),
                            trace.problem(),
                            trace.steps().subList(0, half),
                            trace.outcome(),
                            trace.reference(),
                            trace.metadata());
            assertThat(checks.of(cut)).isEqualTo(checks.of(trace).subList(0, half));
        }
    }

    @Property
    void sharesLieInTheirIntervals(
            @ForAll @IntRange(max = 500) int a, @ForAll @IntRange(max = 500) int b) {
        Share share = new Share(Math.min(a, b), Math.max(a, b));
        assertThat(share.low()).isBetween(0.0, 1.0).isLessThanOrEqualTo(share.high());
        assertThat(share.high()).isBetween(0.0, 1.0);
        if (share.whole() > 0) {
            assertThat(share.value()).isBetween(share.low(), share.high());
        }
    }
}
