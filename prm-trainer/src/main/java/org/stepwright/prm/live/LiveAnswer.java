package org.stepwright.prm.live;

import java.util.Objects;

/**
 * What a model said, as far as it came.
 *
 * @param text the answer; all that arrived, also when the stream broke
 * @param reasoning hidden reasoning, if the server gave any; empty otherwise
 * @param ending how it ended
 * @param trouble one plain sentence when it broke, empty otherwise
 * @param inputTokens as the server counted; -1 if unknown
 * @param outputTokens as the server counted; -1 if unknown
 * @param millis from the first attempt to the end
 * @param recorded whether it was replayed from a file instead of fetched from a model
 */
public record LiveAnswer(
        String text,
        String reasoning,
        Ending ending,
        String trouble,
        int inputTokens,
        int outputTokens,
        long millis,
        boolean recorded) {
    /** How an answer ended. */
    public enum Ending {
        /** The server said that it is done. */
        COMPLETE,
        /** The user stopped it. */
        CANCELLED,
        /** It failed; what had arrived is kept. */
        BROKEN
    }

    /** Validates. */
    public LiveAnswer {
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(reasoning, "reasoning");
        Objects.requireNonNull(ending, "ending");
        Objects.requireNonNull(trouble, "trouble");
        if ((ending == Ending.BROKEN) == trouble.isEmpty()) {
            throw new IllegalArgumentException(
                    "A broken answer, and only that, names its trouble.");
        }
    }
}
