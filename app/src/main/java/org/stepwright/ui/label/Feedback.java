package org.stepwright.ui.label;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.stepwright.label.Verdict;
import org.stepwright.storage.GoldTrace;
import org.stepwright.storage.GoldUse;
import org.stepwright.storage.TraceState;
import org.stepwright.storage.Workspace;

/**
 * How an annotator's labels of a trace compare with its key, told after it was submitted.
 *
 * @param traceId the trace; empty when only a total is told
 * @param mine the annotator's verdicts, one a step; null where there is none
 * @param key the right verdicts; null where they are not known
 * @param totals over all such traces so far
 * @param screening whether this is the result of the screening
 */
record Feedback(
        String traceId, List<Verdict> mine, List<Verdict> key, Totals totals, boolean screening) {
    /**
     * How often an annotator agrees with the keys.
     *
     * @param traces traces with a key that were submitted
     * @param firstErrors those with the same first error, or none in both
     * @param steps steps with both verdicts
     * @param same those with the same one
     */
    record Totals(int traces, int firstErrors, int steps, int same) {
        private Totals plus(List<Verdict> mine, List<Verdict> key) {
            int both = 0;
            int equal = 0;
            for (int i = 0; i < Math.min(mine.size(), key.size()); i++) {
                if (mine.get(i) != null && key.get(i) != null) {
                    both++;
                    equal += mine.get(i) == key.get(i) ? 1 : 0;
                }
            }
            boolean hit = mine.indexOf(Verdict.WRONG) == key.indexOf(Verdict.WRONG);
            return new Totals(traces + 1, firstErrors + (hit ? 1 : 0), steps + both, same + equal);
        }
    }

    /** Copies; verdicts may be null. */
    Feedback {
        mine = Collections.unmodifiableList(new ArrayList<>(mine));
        key = Collections.unmodifiableList(new ArrayList<>(key));
    }

    /** Whether a step was judged as the key has it; empty where one of the two is silent. */
    Optional<Boolean> right(int step) {
        Verdict given = step < mine.size() ? mine.get(step) : null;
        Verdict known = step < key.size() ? key.get(step) : null;
        return given == null || known == null ? Optional.empty() : Optional.of(given == known);
    }

    /**
     * Compares a trace that was submitted; its labels are on disk. Blocks: call it off the UI
     * thread.
     *
     * @param screened how many traces the screening of a new annotator has; they are told of only
     *     when all are done
     * @return empty when there is nothing to tell
     */
    static Optional<Feedback> read(
            Workspace workspace, String traceId, String annotator, int screened) {
        List<GoldTrace> gold = workspace.gold().all();
        GoldUse use =
                gold.stream()
                        .filter(g -> g.traceId().equals(traceId))
                        .map(GoldTrace::use)
                        .findFirst()
                        .orElse(null);
        List<Verdict> key = use == null ? null : key(workspace, traceId, annotator);
        if (key == null) {
            return Optional.empty();
        }
        Totals totals = new Totals(0, 0, 0, 0);
        for (GoldTrace other : gold) {
            List<Verdict> known =
                    other.use() == use && submitted(workspace, other.traceId(), annotator)
                            ? key(workspace, other.traceId(), annotator)
                            : null;
            if (known != null) {
                totals = totals.plus(mine(workspace, other.traceId(), annotator, known), known);
            }
        }
        boolean screening = use == GoldUse.SCREENING;
        long there = gold.stream().filter(g -> g.use() == GoldUse.SCREENING).count();
        if (screening && totals.traces() < Math.min(screened, there)) {
            return Optional.empty();
        }
        List<Verdict> mine = mine(workspace, traceId, annotator, key);
        return Optional.of(
                screening
                        ? new Feedback("", List.of(), List.of(), totals, true)
                        : new Feedback(traceId, mine, key, totals, false));
    }

    private static boolean submitted(Workspace workspace, String traceId, String annotator) {
        return workspace.labels().state(traceId, annotator) == TraceState.SUBMITTED;
    }

    private static List<Verdict> key(Workspace workspace, String traceId, String annotator) {
        return workspace.gold().key(traceId, annotator).orElse(null);
    }

    private static List<Verdict> mine(
            Workspace workspace, String traceId, String annotator, List<Verdict> key) {
        List<Verdict> mine = new ArrayList<>(Collections.nCopies(key.size(), null));
        workspace.labels().of(traceId, annotator).stream()
                .filter(l -> l.candidate() == 0 && l.step() < mine.size())
                .forEach(l -> mine.set(l.step(), l.verdict()));
        return mine;
    }
}
