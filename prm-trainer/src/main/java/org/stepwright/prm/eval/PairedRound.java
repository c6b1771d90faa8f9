package org.stepwright.prm.eval;

import java.util.List;
import java.util.Objects;
import org.stepwright.label.LabelledTrace;

/**
 * Two models on the same traces.
 *
 * @param rows labelled traces; those without a label to judge by are left out
 * @param before for each row one reward in [0, 1] a step, by the first model
 * @param thresholdBefore the first model's threshold
 * @param after the same by the second model
 * @param thresholdAfter the second model's threshold
 */
public record PairedRound(
        List<LabelledTrace> rows,
        List<List<Double>> before,
        double thresholdBefore,
        List<List<Double>> after,
        double thresholdAfter) {
    /** Validates. */
    public PairedRound {
        rows = List.copyOf(rows);
        before = List.copyOf(before);
        after = List.copyOf(after);
        Objects.requireNonNull(rows, "rows");
        Metrics.requireSameSize(before.size(), rows.size());
        Metrics.requireSameSize(after.size(), rows.size());
    }
}
