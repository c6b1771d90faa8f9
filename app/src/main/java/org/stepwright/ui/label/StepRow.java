package org.stepwright.ui.label;

import java.util.List;
import java.util.Optional;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;
import org.stepwright.trace.Step;

/**
 * A step as its card shows it.
 *
 * @param index from 0
 * @param step the step
 * @param label this annotator's label, or null
 * @param pending whether the label is not on disk yet
 * @param faded whether it stands after the first error and has no verdict of its own
 * @param facts stage and checks, as far as they may be seen
 * @param alternatives other texts for the same step, with their labels; may be empty
 * @param suggestion the verdict that is suggested for it, where such are shown
 */
record StepRow(
        int index,
        Step step,
        StepLabel label,
        boolean pending,
        boolean faded,
        StepFacts facts,
        List<AlternativeRow> alternatives,
        Optional<StepSuggestion> suggestion) {
    /** Validates. */
    StepRow {
        alternatives = List.copyOf(alternatives);
    }

    /** The same with another label. */
    StepRow labelled(StepLabel other) {
        return new StepRow(index, step, other, pending, faded, facts, alternatives, suggestion);
    }

    /** The verdict, or null. */
    Verdict verdict() {
        return label == null ? null : label.verdict();
    }
}
