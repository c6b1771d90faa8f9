package org.stepwright.prm.live;

import org.stepwright.trace.Step;

/**
 * Hears an answer, its steps and their scores as they come. {@link #onText} and {@link
 * #onReasoning} come from the stream's threads, the others from the scoring thread: steps in order,
 * each score after its step, {@link #onEnd} after all others and once. A piece that a cancel
 * overtakes is not told any more; the result has it. No method may wait for the call's result.
 */
public interface LiveListener {
    /** Hears nothing. */
    LiveListener NONE =
            new LiveListener() {
                @Override
                public void onText(String chunk) {
                    // nobody listens
                }

                @Override
                public void onStep(int i, Step s) {
                    // nobody listens
                }

                @Override
                public void onScore(int i, double reward, double addedMillis) {
                    // nobody listens
                }

                @Override
                public void onEnd(LiveResult r) {
                    // nobody listens
                }
            };

    /**
     * @param chunk the next piece of the answer, never empty
     */
    void onText(String chunk);

    /**
     * @param chunk the next piece of hidden reasoning, never empty
     */
    default void onReasoning(String chunk) {
        // most listeners show only the answer
    }

    /**
     * @param i the step's index, from 0
     * @param s the step, which has just ended
     */
    void onStep(int i, Step s);

    /**
     * @param i the step's index, from 0
     * @param reward in [0, 1]
     * @param addedMillis from the end of the step in the stream to its score
     */
    void onScore(int i, double reward, double addedMillis);

    /**
     * @param r everything
     */
    void onEnd(LiveResult r);
}
