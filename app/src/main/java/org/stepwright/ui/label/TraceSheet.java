package org.stepwright.ui.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.storage.TraceState;
import org.stepwright.storage.TraceSummary;
import org.stepwright.trace.Trace;

/**
 * One trace with this annotator's labels as the screen shows them: those on disk and those on their
 * way there. Confined to one thread.
 */
final class TraceSheet {
    private final Trace trace;
    private final StepLabel[] labels;
    private final int[] pending;
    private int pendingStates;
    private List<StepFacts> facts;
    private TraceState state;

    TraceSheet(LoadedTrace loaded) {
        trace = loaded.trace();
        labels = new StepLabel[trace.steps().size()];
        pending = new int[labels.length];
        facts = Collections.nCopies(labels.length, StepFacts.NONE);
        state = loaded.state();
        loaded.labels().stream().filter(l -> l.candidate() == 0).forEach(l -> labels[l.step()] = l);
    }

    Trace trace() {
        return trace;
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
        return pendingStates > 0 || Arrays.stream(pending).anyMatch(n -> n > 0);
    }

    StepLabel label(int step) {
        return labels[step];
    }

    Verdict verdict(int step) {
        return labels[step] == null ? null : labels[step].verdict();
    }

    StepFacts facts(int step) {
        return facts.get(step);
    }

    void facts(List<StepFacts> found) {
        facts = found;
    }

    /** Sets a label that is on its way to the disk. */
    void set(int step, StepLabel label) {
        labels[step] = label == null || LabelEdit.saysNothing(label) ? null : label;
        pending[step]++;
    }

    /** One change of a step is on disk. */
    void saved(int step) {
        pending[step] = Math.max(0, pending[step] - 1);
    }

    /** Takes the labels as they are on disk; those on their way stay. */
    void reload(LoadedTrace loaded) {
        if (pendingStates == 0) {
            state = loaded.state();
        }
        StepLabel[] fresh = new StepLabel[labels.length];
        loaded.labels().stream().filter(l -> l.candidate() == 0).forEach(l -> fresh[l.step()] = l);
        for (int i = 0; i < labels.length; i++) {
            if (pending[i] == 0) {
                labels[i] = fresh[i];
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
     * The first step that still needs a verdict: before the first error, or anywhere without one.
     */
    int firstMissing() {
        int wrong = firstWrong();
        int end = wrong < 0 ? labels.length : wrong;
        for (int i = 0; i < end; i++) {
            if (verdict(i) == null) {
                return i;
            }
        }
        return -1;
    }

    /** How many steps have a verdict. */
    int verdicts() {
        return (int) Arrays.stream(labels).filter(l -> l != null && l.verdict() != null).count();
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
                was.id(),
                was.problem(),
                was.steps(),
                verdicts(),
                state,
                firstError(),
                was.source(),
                was.generator(),
                was.others());
    }

    List<StepRow> rows() {
        int wrong = firstWrong();
        List<StepRow> rows = new ArrayList<>(labels.length);
        for (int i = 0; i < labels.length; i++) {
            boolean faded = wrong >= 0 && i > wrong && verdict(i) == null;
            rows.add(
                    new StepRow(
                            i,
                            trace.steps().get(i),
                            labels[i],
                            pending[i] > 0,
                            faded,
                            facts.get(i)));
        }
        return rows;
    }
}
