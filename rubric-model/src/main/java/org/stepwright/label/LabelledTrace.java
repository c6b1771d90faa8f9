package org.stepwright.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;

/**
 * A trace and the labels of its steps, as a reader gives it and a writer or a trainer takes it.
 *
 * @param trace the trace
 * @param labels labels of this trace's steps; steps without a label are unlabelled, not wrong
 * @param suggestions what machines say about this trace's steps; they are no labels
 */
public record LabelledTrace(Trace trace, List<StepLabel> labels, List<Suggestion> suggestions) {
    /** Validates that every label and every suggestion points at a step of the trace. */
    public LabelledTrace {
        Objects.requireNonNull(trace, "trace");
        labels = List.copyOf(labels);
        suggestions = List.copyOf(suggestions);
        for (Suggestion suggestion : suggestions) {
            if (!suggestion.traceId().equals(trace.id())
                    || suggestion.step() >= trace.steps().size()) {
                throw new IllegalArgumentException(
                        "A suggestion points outside its trace: step " + suggestion.step() + ".");
            }
        }
        for (StepLabel label : labels) {
            if (!label.traceId().equals(trace.id()) || label.step() >= trace.steps().size()) {
                throw new IllegalArgumentException(
                        "A label points outside its trace: step " + label.step() + ".");
            }
            if (label.candidate() > trace.steps().get(label.step()).alternatives().size()) {
                throw new IllegalArgumentException(
                        "A label points at an alternative that is not there.");
            }
        }
    }

    /**
     * A trace about which no machine said anything.
     *
     * @param trace the trace
     * @param labels labels of its steps
     */
    public LabelledTrace(Trace trace, List<StepLabel> labels) {
        this(trace, labels, List.of());
    }

    /**
     * Turns corrections into what many formats can hold: each correction of a step becomes one more
     * alternative of it, with a correct verdict of the annotator who wrote it. Correcting to a text
     * that was offered already only adds the verdict. The labels keep their corrections.
     *
     * @return this trace with its corrections as alternatives; the same when there are none
     */
    public LabelledTrace withCorrections() {
        if (labels.stream().allMatch(l -> l.correction().isEmpty())) {
            return this;
        }
        List<Step> steps = new ArrayList<>(trace.steps());
        List<StepLabel> all = new ArrayList<>(labels);
        for (StepLabel label : labels) {
            if (!label.correction().isEmpty() && label.candidate() == 0) {
                Step step = steps.get(label.step()).offering(label.correction());
                steps.set(label.step(), step);
                all.removeIf(l -> sameVoice(l, label, candidate(step, label)));
                all.add(correct(label, candidate(step, label)));
            }
        }
        return new LabelledTrace(trace.withSteps(steps), all, suggestions);
    }

    private static int candidate(Step step, StepLabel label) {
        return 1 + step.alternatives().indexOf(label.correction());
    }

    private static boolean sameVoice(StepLabel one, StepLabel label, int candidate) {
        return one.step() == label.step()
                && one.candidate() == candidate
                && one.annotator().equals(label.annotator())
                && one.pass() == label.pass();
    }

    private static StepLabel correct(StepLabel label, int candidate) {
        return new StepLabel(
                label.traceId(),
                label.step(),
                candidate,
                Verdict.CORRECT,
                List.of(),
                List.of(),
                false,
                label.unsure(),
                "",
                label.annotator(),
                label.at(),
                label.rubricVersion(),
                label.source());
    }
}
