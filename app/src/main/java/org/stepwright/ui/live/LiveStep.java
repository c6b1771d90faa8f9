package org.stepwright.ui.live;

import org.stepwright.trace.StepKind;

/**
 * A finished step of a streaming answer.
 *
 * @param text what it says
 * @param kind what it is
 * @param reward in [0, 1]; NaN until its score is there
 * @param addedMillis from the end of the step to its score; NaN until then
 */
record LiveStep(String text, StepKind kind, double reward, double addedMillis) {
    static LiveStep waiting(String text, StepKind kind) {
        return new LiveStep(text, kind, Double.NaN, Double.NaN);
    }

    LiveStep scored(double newReward, double millis) {
        return new LiveStep(text, kind, newReward, millis);
    }

    /** What is left of a text when a finished step is taken out of its front. */
    static String after(String text, String step) {
        int at = text.indexOf(step);
        return at < 0 ? "" : text.substring(at + step.length());
    }

    boolean isScored() {
        return !Double.isNaN(reward);
    }
}
