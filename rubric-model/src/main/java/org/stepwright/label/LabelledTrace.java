package org.stepwright.label;

import java.util.List;
import java.util.Objects;
import org.stepwright.trace.Trace;

/**
 * A trace and the labels of its steps, as a reader gives it and a writer or a trainer takes it.
 *
 * @param trace the trace
 * @param labels labels of this trace's steps; steps without a label are unlabelled, not wrong
 */
public record LabelledTrace(Trace trace, List<StepLabel> labels) {
    /** Validates that every label points at a step of the trace. */
    public LabelledTrace {
        Objects.requireNonNull(trace, "trace");
        labels = List.copyOf(labels);
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
}
