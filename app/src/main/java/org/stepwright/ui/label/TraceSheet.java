package org.stepwright.ui.label;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.storage.TraceState;
import org.stepwright.trace.Trace;

/**
 * One trace with this annotator's labels as the screen shows them: those on disk and those on their
 * way there. Confined to one thread.
 */
final class TraceSheet {
    private final Trace trace;
    private final StepLabel[] labels;
    private final int[] pending;
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

    void state(TraceState newState) {
        state = newState;
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
        state = loaded.state();
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

    StepRow row(int step) {
        int wrong = firstWrong();
        return new StepRow(
                step,
                trace.steps().get(step),
                labels[step],
                pending[step] > 0,
                wrong >= 0 && step > wrong && verdict(step) == null,
                facts.get(step));
    }

    List<StepRow> rows() {
        List<StepRow> rows = new ArrayList<>(labels.length);
        for (int i = 0; i < labels.length; i++) {
            rows.add(row(i));
        }
        return rows;
    }
}
