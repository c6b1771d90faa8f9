package org.stepwright.prm.live;

import java.util.Objects;
import org.stepwright.work.WorkFailed;

/**
 * What is asked.
 *
 * @param system instructions, maybe empty
 * @param prompt the problem, not blank, at most 1,000,000 characters
 * @param seed a seed for servers that take one; null when the server chooses
 * @param form the form of an answer in JSON; null for free text. A server that refuses it is asked
 *     again for any JSON, then for text, so the instructions have to describe it, too
 */
public record LiveRequest(String system, String prompt, Integer seed, AnswerForm form) {
    private static final int LONGEST = 1_000_000;

    /** Validates. */
    public LiveRequest {
        Objects.requireNonNull(system, "system");
        if (prompt == null || prompt.isBlank()) {
            throw new WorkFailed("The prompt is empty; write what the model should answer.");
        }
        if (prompt.length() + (long) system.length() > LONGEST) {
            throw new WorkFailed("The prompt is longer than 1,000,000 characters; shorten it.");
        }
    }

    /**
     * @param system instructions, maybe empty
     * @param prompt the problem, not blank, at most 1,000,000 characters
     * @param seed a seed for servers that take one; null when the server chooses
     */
    public LiveRequest(String system, String prompt, Integer seed) {
        this(system, prompt, seed, null);
    }

    /**
     * @param prompt the problem
     * @return a request without instructions and without a seed
     */
    public static LiveRequest of(String prompt) {
        return new LiveRequest("", prompt, null);
    }
}
