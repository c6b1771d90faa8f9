package org.stepwright.ui.label;

import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;

/**
 * An alternative of a step as the screen shows it.
 *
 * @param candidate which one, from 1
 * @param text what it says
 * @param label this annotator's label, or null
 * @param pending whether the label is not on disk yet
 */
record AlternativeRow(int candidate, String text, StepLabel label, boolean pending) {
    /** The verdict, or null. */
    Verdict verdict() {
        return label == null ? null : label.verdict();
    }
}
