package org.stepwright.prm.live;

/**
 * Hears an answer as it arrives. Called from background threads, one call at a time and in order;
 * must return quickly. An exception thrown here ends the call as broken.
 */
public interface TextListener {
    /** Hears nothing. */
    TextListener NONE = chunk -> {};

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

    /** The server refused to be held to the form of the answer and is asked again without it. */
    default void onFormRefused() {
        // free text has no form
    }
}
