package org.stepwright.ui.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.stepwright.label.LabelPass;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.storage.TraceState;
import org.stepwright.storage.TraceSummary;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;

/**
 * One trace with this annotator's labels as the screen shows them: those on disk and those on their
 * way there. Confined to one thread.
 */
final class TraceSheet {
    private final Trace trace;
    private final LabelPass pass;
    private final StepLabel[][] labels; // by step and candidate
    private final int[][] pending;
    private int pendingStates;
    private List<StepFacts> facts;
    private TraceState state;

    TraceSheet(LoadedTrace loaded) {
        trace = loaded.trace();
        pass = loaded.pass();
        labels = byCandidate(loaded);
        pending = new int[labels.length][];
        for (int i = 0; i < labels.length; i++) {
            pending[i] = new int[labels[i].length];
        }
        facts = Collections.nCopies(labels.length, StepFacts.NONE);
        state = loaded.state();
    }

    private static StepLabel[][] byCandidate(LoadedTrace loaded) {
        List<Step> steps = loaded.trace().steps();
        StepLabel[][] labels = new StepLabel[steps.size()][];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = new StepLabel[1 + steps.get(i).alternatives().size()];
        }
        for (StepLabel label : loaded.labels()) {
            if (label.candidate() < labels[label.step()].length) {
                labels[label.step()][label.candidate()] = label;
            }
        }
        return labels;
    }

    Trace trace() {
        return trace;
    }

    /** Whether models or judges said something that may not be seen yet. */
    boolean hidesScores(Showing showing) {
        return facts.stream()
                .anyMatch(f -> f.scores().size() > showing.of(f, state).scores().size());
    }

    /** In which pass over it its labels are given. */
    LabelPass pass() {
        return pass;
    }

    /** Which trace, in which pass. */
    TraceRef ref() {
        return new TraceRef(trace.id(), pass);
    }

    int size() {
        return labels.length;
    }

    TraceState state() {
        return state;
    }

    /** Sets a state that is on its way to the disk. */
    void finish(TraceState how) {
        state = how;
        pendingStates++;
    }

    /** A change of the state is on disk. */
    void finished() {
        pendingStates = Math.max(0, pendingStates - 1);
    }

    /** Whether something of this trace is not on disk yet. */
    boolean unsaved() {
        return pendingStates > 0
                || Arrays.stream(pending).flatMapToInt(Arrays::stream).anyMatch(n -> n > 0);
    }

    /** How many texts a step offers: itself and its alternatives. */
    int candidates(int step) {
        return labels[step].length;
    }

    StepLabel label(int step) {
        return labels[step][0];
    }

    StepLabel label(Spot at) {
        return labels[at.step()][at.candidate()];
    }

    Verdict verdict(int step) {
        return verdict(Spot.of(step));
    }

    Verdict verdict(Spot at) {
        StepLabel label = label(at);
        return label == null ? null : label.verdict();
    }

    /** What may be seen of what is known about a step. */
    StepFacts seen(int step, Showing showing) {
        return showing.of(facts.get(step), state);
    }

    void facts(List<StepFacts> found) {
        facts = found;
    }

    /** Sets a label that is on its way to the disk. */
    void set(StepLabel label) {
        labels[label.step()][label.candidate()] = LabelEdit.saysNothing(label) ? null : label;
        pending[label.step()][label.candidate()]++;
    }

    /** One change of a label is on disk. */
    void saved(StepLabel label) {
        int[] here = pending[label.step()];
        here[label.candidate()] = Math.max(0, here[label.candidate()] - 1);
    }

    /** Takes the labels as they are on disk; those on their way stay. */
    void reload(LoadedTrace loaded) {
        if (pendingStates == 0) {
            state = loaded.state();
        }
        StepLabel[][] fresh = byCandidate(loaded);
        for (int i = 0; i < labels.length; i++) {
            for (int k = 0; k < labels[i].length; k++) {
                if (pending[i][k] == 0) {
                    labels[i][k] = fresh[i][k];
                }
            }
        }
    }

    /** The first wrong step, or -1. */
    int firstWrong() {
        for (int i = 0; i < labels.length; i++) {
            if (verdict(i) == Verdict.WRONG) {
                return i;
            }
        }
        return -1;
    }

    /**
     * The first place that still needs a verdict: before the first error, or anywhere without one;
     * null when there is none.
     *
     * @param alternatives whether those need one, too: also beside the first error
     */
    Spot missing(boolean alternatives) {
        int wrong = firstWrong();
        int end = wrong < 0 ? labels.length : wrong + 1;
        for (int i = 0; i < end; i++) {
            for (int k = 0; k < (alternatives ? labels[i].length : 1); k++) {
                if (verdict(new Spot(i, k)) == null) {
                    return new Spot(i, k);
                }
            }
        }
        return null;
    }

    /** How many steps have a verdict. */
    int verdicts() {
        return (int)
                Arrays.stream(labels).filter(l -> l[0] != null && l[0].verdict() != null).count();
    }

    /** As {@code TraceSummary.firstError}. */
    int firstError() {
        int wrong = firstWrong();
        if (wrong >= 0) {
            return wrong;
        }
        return labels.length > 0 && verdicts() == labels.length ? -1 : -2;
    }

    /** Its row in the queue, from the one that was there. */
    TraceSummary summary(TraceSummary was) {
        return new TraceSummary(
                trace.id(),
                was.problem(),
                size(),
                verdicts(),
                state,
                firstError(),
                was.source(),
                was.generator(),
                was.others());
    }

    /**
     * @param showing what machines say that may be seen
     */
    List<StepRow> rows(Showing showing) {
        int wrong = firstWrong();
        List<StepRow> rows = new ArrayList<>(labels.length);
        for (int i = 0; i < labels.length; i++) {
            StepFacts seen = seen(i, showing);
            boolean faded = wrong >= 0 && i > wrong && verdict(i) == null;
            rows.add(
                    new StepRow(
                            i,
                            trace.steps().get(i),
                            labels[i][0],
                            pending[i][0] > 0,
                            faded,
                            seen,
                            alternatives(i),
                            suggestion(i, seen, showing)));
        }
        return rows;
    }

    private Optional<StepSuggestion> suggestion(int step, StepFacts seen, Showing showing) {
        Optional<StepSuggestion> rated = seen.rated(labels[step][0]);
        return rated.isEmpty() && showing.suggesting() ? seen.suggested() : rated;
    }

    /**
     * The verdict that can be taken for a step by one key: what the annotator's own ratings come
     * to, else what machines suggest as far as that may be seen.
     */
    Optional<StepSuggestion> suggested(int step, Showing showing) {
        StepFacts seen = seen(step, showing);
        return seen.rated(labels[step][0]).or(seen::suggested);
    }

    private List<AlternativeRow> alternatives(int step) {
        List<AlternativeRow> rows = new ArrayList<>();
        for (int k = 1; k < labels[step].length; k++) {
            rows.add(
                    new AlternativeRow(
                            k,
                            trace.steps().get(step).alternatives().get(k - 1),
                            labels[step][k],
                            pending[step][k] > 0));
        }
        return rows;
    }
}
