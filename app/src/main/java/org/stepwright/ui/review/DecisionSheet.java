package org.stepwright.ui.review;

import java.util.ArrayList;
import java.util.List;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.storage.TraceState;

/**
 * A reviewer's decision on one trace as it stands on the screen: what is on the disk and what is on
 * its way there. Confined to the UI thread.
 */
final class DecisionSheet {
    private final String traceId;
    private final List<StepLabel> decisions;
    private final int[] onTheWay;
    private TraceState state;
    private int finishing;

    DecisionSheet(String traceId, Voice decision) {
        this.traceId = traceId;
        this.decisions = new ArrayList<>(decision.labels());
        this.onTheWay = new int[decisions.size()];
        this.state = decision.state();
    }

    String traceId() {
        return traceId;
    }

    int size() {
        return decisions.size();
    }

    /** The decision on a step, or null. */
    StepLabel label(int step) {
        return decisions.get(step);
    }

    Verdict verdict(int step) {
        StepLabel label = label(step);
        return label == null ? null : label.verdict();
    }

    TraceState state() {
        return state;
    }

    /** A decision that is on its way to the disk; null takes it away. */
    void set(int step, StepLabel label) {
        decisions.set(step, label);
        onTheWay[step]++;
    }

    void saved(int step) {
        onTheWay[step]--;
    }

    void finish(TraceState how) {
        state = how;
        finishing++;
    }

    void finished() {
        finishing--;
    }

    boolean pending(int step) {
        return onTheWay[step] > 0;
    }

    boolean unsaved() {
        for (int count : onTheWay) {
            if (count > 0) {
                return true;
            }
        }
        return finishing > 0;
    }

    /** The first step that needs a decision: those after a first error do not. -1 for none. */
    int firstMissing() {
        for (int i = 0; i < size(); i++) {
            if (verdict(i) == null) {
                return i;
            }
            if (verdict(i) == Verdict.WRONG) {
                return -1;
            }
        }
        return -1;
    }
}
