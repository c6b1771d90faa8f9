package org.stepwright.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.Rating;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;
import org.stepwright.trace.Trace;

/** Small traces and labels for tests. */
final class Samples {
    static final Instant AT = Instant.parse("2026-03-01T10:15:30.123456789Z");

    private Samples() {}

    static Trace trace(String id, String... steps) {
        return Trace.of(id, "How much is " + id + "?", List.of(steps));
    }

    static LabelledTrace unlabelled(String id, String... steps) {
        return new LabelledTrace(trace(id, steps), List.of());
    }

    /** A trace with everything that a trace can hold. */
    static Trace rich(String id) {
        return new Trace(
                id,
                "Refund order 7?\u0000 \uD83D\uDE00 ı İ",
                List.of(
                        new Step("look(1)", StepKind.TOOL_CALL, "user: hello", List.of()),
                        new Step(
                                "It is late.",
                                StepKind.MESSAGE,
                                "{\"days\":40}",
                                List.of("a", "b")),
                        Step.of("")),
                Outcome.WRONG,
                "no refund",
                Map.of(Trace.SOURCE, "chat", Trace.GENERATOR, "gpt", "x:policy", "v1"));
    }

    static StepLabel label(String traceId, int step, Verdict verdict, String annotator) {
        return StepLabel.verdict(traceId, step, verdict, annotator, AT, LabelSource.HUMAN);
    }

    /** A label with everything that a label can hold. */
    static StepLabel richLabel(String traceId, int step, int candidate, String annotator) {
        return new StepLabel(
                traceId,
                step,
                candidate,
                null,
                List.of(new Rating("tone", -0.25), new Rating("policy", 3)),
                List.of("wrong tool", "policy, \"quoted\""),
                true,
                true,
                "maybe\nso",
                annotator,
                AT,
                "refunds@2",
                LabelSource.ROLLOUT);
    }

    static LabelledTrace labelled(String id, String annotator, Verdict... verdicts) {
        List<String> steps = new ArrayList<>();
        List<StepLabel> labels = new ArrayList<>();
        for (int i = 0; i < verdicts.length; i++) {
            steps.add("step " + i + " of " + id);
            if (verdicts[i] != null) {
                labels.add(label(id, i, verdicts[i], annotator));
            }
        }
        return new LabelledTrace(Trace.of(id, "Problem " + id, steps), labels);
    }
}
