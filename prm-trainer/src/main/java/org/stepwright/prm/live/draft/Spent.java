package org.stepwright.prm.live.draft;

import org.stepwright.prm.live.LiveAnswer;

/**
 * What a draft took.
 *
 * @param answers answers that were fetched, at least 1; 2 when the first one could not be used
 * @param inputTokens as the server counted, over all answers; -1 when it did not
 * @param outputTokens as the server counted, over all answers; -1 when it did not
 * @param millis waited for answers
 * @param structured whether the server took the form of the answer with each question; else the
 *     model was only told of it in words
 * @param recorded whether the answers were replayed from a file; whoever shows the draft says so
 */
public record Spent(
        int answers,
        long inputTokens,
        long outputTokens,
        long millis,
        boolean structured,
        boolean recorded) {
    static final Spent NOTHING = new Spent(0, 0, 0, 0, true, false);

    /** With one more answer, for which the server took the form or not. */
    Spent and(LiveAnswer answer, boolean tookForm) {
        return new Spent(
                answers + 1,
                sum(inputTokens, answer.inputTokens()),
                sum(outputTokens, answer.outputTokens()),
                millis + answer.millis(),
                structured && tookForm,
                answer.recorded());
    }

    private static long sum(long soFar, int more) {
        return soFar < 0 || more < 0 ? -1 : soFar + more;
    }
}
