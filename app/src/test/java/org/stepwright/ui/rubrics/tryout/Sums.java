package org.stepwright.ui.rubrics.tryout;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.rubric.Criterion;
import org.stepwright.rubric.Rubric;
import org.stepwright.rubric.Scale;
import org.stepwright.rubric.Stage;
import org.stepwright.rubric.VerifierSpec;
import org.stepwright.score.Aggregation;
import org.stepwright.storage.Workspace;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;

/** A workspace with sums, half of them wrong, and a rubric whose verifier works them out. */
final class Sums {
    static final int TRACES = 6;

    private Sums() {}

    /** Every second trace is wrong in its second step; its steps are labelled when asked. */
    static Workspace workspace(Path file, boolean labels) {
        Workspace workspace = Workspace.create(file);
        for (int i = 0; i < TRACES; i++) {
            Trace trace = trace(i);
            workspace
                    .traces()
                    .add(List.of(new LabelledTrace(trace, labels ? labels(trace) : List.of())));
        }
        return workspace;
    }

    private static Trace trace(int i) {
        boolean wrong = i % 2 == 1;
        return new Trace(
                "t" + i,
                "What is " + i + " + 1, and one more?",
                List.of(
                        Step.of("We know the number " + i + "."),
                        Step.of("The sum: " + i + " + 1 = " + (wrong ? i + 5 : i + 1) + "."),
                        Step.of("So be it.")),
                wrong ? Outcome.WRONG : Outcome.RIGHT,
                null,
                Map.of());
    }

    private static List<StepLabel> labels(Trace trace) {
        boolean wrong = trace.outcome() == Outcome.WRONG;
        return List.of(
                label(trace, 0, Verdict.CORRECT),
                label(trace, 1, wrong ? Verdict.WRONG : Verdict.CORRECT));
    }

    private static StepLabel label(Trace trace, int step, Verdict verdict) {
        return StepLabel.verdict(
                trace.id(),
                step,
                verdict,
                "ana",
                Instant.parse("2026-01-01T12:00:00Z"),
                LabelSource.HUMAN);
    }

    static Rubric rubric(VerifierSpec verifier) {
        return new Rubric(
                "sums",
                "Sums",
                "",
                List.of(
                        new Stage("given", "Given", "", true, true, List.of("we know"), List.of()),
                        new Stage(
                                "sum",
                                "Sum",
                                "",
                                true,
                                true,
                                List.of("the sum"),
                                List.of(
                                        new Criterion(
                                                "right",
                                                "Comes out right",
                                                "",
                                                Scale.binary(),
                                                1,
                                                true,
                                                Criterion.Judged.VERIFIABLE,
                                                verifier)))),
                List.of(),
                Aggregation.MIN,
                List.of());
    }

    static Rubric rubric() {
        return rubric(new VerifierSpec("arithmetic", Map.of()));
    }
}
