package org.stepwright.ui.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.storage.TraceState;

/**
 * What one person says about a trace.
 *
 * @param name who
 * @param labels one entry a step; null where this person gave no label
 * @param state how far this person is with the trace
 */
record Voice(String name, List<StepLabel> labels, TraceState state) {
    Voice {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(state, "state");
        labels = Collections.unmodifiableList(new ArrayList<>(labels));
    }

    /**
     * @param steps how many steps the trace has
     * @param own the labels of this person
     */
    static Voice of(String name, int steps, List<StepLabel> own, TraceState state) {
        StepLabel[] byStep = new StepLabel[steps];
        for (StepLabel label : own) {
            if (label.candidate() == 0 && label.step() < steps) {
                byStep[label.step()] = label;
            }
        }
        return new Voice(name, java.util.Arrays.asList(byStep), state);
    }

    /** The label of a step, or null. */
    StepLabel label(int step) {
        return labels.get(step);
    }

    /** The verdict of a step, or null. */
    Verdict verdict(int step) {
        StepLabel label = label(step);
        return label == null ? null : label.verdict();
    }

    /** The first wrong step; -1 when each step has a verdict and none is wrong; else empty. */
    OptionalInt firstError() {
        boolean whole = !labels.isEmpty();
        for (int i = 0; i < labels.size(); i++) {
            if (verdict(i) == Verdict.WRONG) {
                return OptionalInt.of(i);
            }
            whole &= verdict(i) != null;
        }
        return whole ? OptionalInt.of(-1) : OptionalInt.empty();
    }

    /** Whether this person gave up or says that the problem is bad. */
    boolean flagged() {
        return state == TraceState.GAVE_UP || state == TraceState.BAD_PROBLEM;
    }
}
