package org.stepwright.prm.audit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;

/**
 * Swaps wrong and correct in a share of all labels, by lot. Seeded.
 *
 * @param rows the rows with swapped labels
 * @param swapped {@code id#step} of each
 */
record SwappedLabels(List<LabelledTrace> rows, Set<String> swapped) {
    static SwappedLabels in(List<LabelledTrace> good, double share, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<LabelledTrace> rows = new ArrayList<>();
        Set<String> swapped = new HashSet<>();
        for (LabelledTrace row : good) {
            List<StepLabel> labels = new ArrayList<>();
            for (StepLabel label : row.labels()) {
                boolean swap = random.nextDouble() < share && label.verdict() != Verdict.NEUTRAL;
                labels.add(swap ? label.withVerdict(other(label.verdict())) : label);
                if (swap) {
                    swapped.add(key(row.trace().id(), label.step()));
                }
            }
            rows.add(new LabelledTrace(row.trace(), labels));
        }
        return new SwappedLabels(rows, swapped);
    }

    static String key(String traceId, int step) {
        return traceId + '#' + step;
    }

    private static Verdict other(Verdict verdict) {
        return verdict == Verdict.WRONG ? Verdict.CORRECT : Verdict.WRONG;
    }
}
