package org.stepwright.ui.review;

import java.util.List;
import org.stepwright.label.Verdict;

/**
 * How people's verdicts of one step are split.
 *
 * @param wrong how many say wrong
 * @param neutral how many say neutral
 * @param correct how many say correct
 */
record Split(int wrong, int neutral, int correct) {
    static Split of(List<Voice> voices, int step) {
        int[] counts = new int[Verdict.values().length];
        for (Voice voice : voices) {
            Verdict verdict = voice.verdict(step);
            if (verdict != null) {
                counts[verdict.ordinal()]++;
            }
        }
        return new Split(
                counts[Verdict.WRONG.ordinal()],
                counts[Verdict.NEUTRAL.ordinal()],
                counts[Verdict.CORRECT.ordinal()]);
    }

    int judged() {
        return wrong + neutral + correct;
    }

    /** Whether two people or more gave a verdict and all the same one. */
    boolean agreed() {
        return judged() >= 2 && most() == judged();
    }

    /** Whether two people gave different verdicts. */
    boolean differs() {
        return judged() > most();
    }

    /** The verdict that all gave; null when they do not agree. */
    Verdict verdict() {
        if (!agreed()) {
            return null;
        }
        return wrong > 0 ? Verdict.WRONG : neutral > 0 ? Verdict.NEUTRAL : Verdict.CORRECT;
    }

    private int most() {
        return Math.max(wrong, Math.max(neutral, correct));
    }
}
