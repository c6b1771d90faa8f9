package org.stepwright.app.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.stepwright.label.LabelSource;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.StepTargets;
import org.stepwright.storage.FilterKey;
import org.stepwright.storage.FindingFilter;
import org.stepwright.storage.StoredFinding;
import org.stepwright.storage.TraceFilter;
import org.stepwright.storage.Workspace;
import org.stepwright.work.Progress;

/** Labelled traces as they were before a clean-up and as they are after. */
final class EffectRows {
    private static final int PAGE = 2_000;

    private final Workspace workspace;

    EffectRows(Workspace workspace) {
        this.workspace = workspace;
    }

    /** A labelled trace before and after; {@code after} is null where it is left out. */
    record Pair(LabelledTrace before, LabelledTrace after) {
        boolean touched() {
            return after != before;
        }

        /** How many steps of traces that stay have another target after. */
        static int decidedSteps(List<Pair> pairs) {
            int steps = 0;
            for (Pair pair : pairs) {
                if (pair.after() != null && pair.touched()) {
                    var was = StepTargets.of(pair.before()).verdicts();
                    var is = StepTargets.of(pair.after()).verdicts();
                    for (int s = 0; s < is.size(); s++) {
                        steps += was.get(s) == is.get(s) ? 0 : 1;
                    }
                }
            }
            return steps;
        }
    }

    /** Steps whose label the clean-up decided, by trace; the next audit no longer finds them. */
    private Map<String, Set<Integer>> decided() {
        Map<String, Set<Integer>> steps = new HashMap<>();
        workspace
                .audits()
                .decidedSteps(
                        (id, step) -> steps.computeIfAbsent(id, k -> new HashSet<>()).add(step));
        return steps;
    }

    /** Gives every finding under a filter. */
    void each(FindingFilter filter, Consumer<StoredFinding> sink) {
        List<StoredFinding> page;
        int from = 0;
        do {
            page = workspace.audits().page(filter, from, PAGE);
            page.forEach(sink);
            from += PAGE;
        } while (page.size() == PAGE);
    }

    /** All labelled traces; those left out are not there after. */
    List<Pair> read(Set<String> leftOut, Progress progress) {
        Map<String, Set<Integer>> decided = decided();
        Set<String> aside = new HashSet<>();
        workspace
                .traces()
                .forEach(
                        TraceFilter.ALL.with(FilterKey.ASIDE, "yes"),
                        row -> aside.add(row.trace().id()));
        long total = workspace.counts().traces();
        List<Pair> pairs = new ArrayList<>();
        workspace
                .traces()
                .forEach(
                        TraceFilter.ALL.with(FilterKey.ASIDE, "any"),
                        row -> {
                            progress.checkCancelled();
                            if (row.labels().isEmpty()) {
                                return;
                            }
                            String id = row.trace().id();
                            LabelledTrace before =
                                    undecided(row, decided.getOrDefault(id, Set.of()));
                            boolean out = aside.contains(id) || leftOut.contains(id);
                            LabelledTrace after = out ? null : row;
                            pairs.add(new Pair(before, before == row && !out ? before : after));
                            progress.report(pairs.size(), total, "Reading labels");
                        });
        return pairs;
    }

    /** The labels as they would be without the decisions of the clean-up. */
    private static LabelledTrace undecided(LabelledTrace row, Set<Integer> steps) {
        if (steps.isEmpty()) {
            return row;
        }
        List<StepLabel> kept =
                row.labels().stream()
                        .filter(
                                l ->
                                        l.source() != LabelSource.ADJUDICATED
                                                || !steps.contains(l.step()))
                        .toList();
        return kept.size() == row.labels().size()
                ? row
                : new LabelledTrace(row.trace(), kept, row.suggestions());
    }
}
