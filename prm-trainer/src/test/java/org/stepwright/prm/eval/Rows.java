package org.stepwright.prm.eval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Trace;

/** Labelled traces for tests. */
final class Rows {
    private Rows() {}

    /** Labelled up to the first error, or throughout when it is -1. */
    static LabelledTrace row(String id, String problem, int firstError, String... steps) {
        List<StepLabel> labels = new ArrayList<>();
        for (int i = 0; i < (firstError < 0 ? steps.length : firstError + 1); i++) {
            labels.add(label(id, i, i == firstError ? Verdict.WRONG : Verdict.CORRECT));
        }
        return new LabelledTrace(Trace.of(id, problem, List.of(steps)), labels);
    }

    static StepLabel label(String id, int step, Verdict verdict) {
        return StepLabel.verdict(id, step, verdict, "test", Instant.EPOCH, LabelSource.SYNTHETIC);
    }
}
