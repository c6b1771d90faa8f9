package org.stepwright.prm.train;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.stepwright.label.LabelledTrace;
import org.stepwright.trace.ProblemGroups;

/** Choosing what a model may learn from. */
public final class TrainingData {
    private TrainingData() {}

    /**
     * Drops every trace whose problem, or the problem it rewrites, is among the given ones,
     * near-duplicates included, so that a later evaluation on those problems does not measure
     * memory.
     *
     * @param rows labelled traces
     * @param problems problems to keep away from training
     * @return the rows that remain, in their order
     */
    public static List<LabelledTrace> exclude(
            List<LabelledTrace> rows, Collection<String> problems) {
        ProblemGroups.Matcher matcher = ProblemGroups.matcher(problems);
        Map<String, Boolean> known = new HashMap<>();
        return rows.stream()
                .filter(
                        row ->
                                row.trace().problems().stream()
                                        .noneMatch(p -> known.computeIfAbsent(p, matcher::matches)))
                .toList();
    }
}
