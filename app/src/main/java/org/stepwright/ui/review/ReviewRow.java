package org.stepwright.ui.review;

import java.util.List;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Step;

/**
 * A step with everybody's answer.
 *
 * @param index from 0
 * @param step its text
 * @param answers one entry a column; null where that person gave no label
 * @param split how the verdicts are split
 * @param decision the reviewer's decision, or null
 * @param pending whether the decision is on its way to the disk
 */
record ReviewRow(
        int index,
        Step step,
        List<StepLabel> answers,
        Split split,
        StepLabel decision,
        boolean pending) {
    /** The verdict that was decided, or null. */
    Verdict verdict() {
        return decision == null ? null : decision.verdict();
    }

    /** Whether two people or more said something and not all the same. */
    boolean differs() {
        return split.differs();
    }
}
