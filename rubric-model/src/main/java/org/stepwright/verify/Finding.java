package org.stepwright.verify;

import java.util.Objects;

/**
 * One checked fact.
 *
 * @param holds whether it holds
 * @param evidence the piece of the step that was checked, word for word
 * @param message what was found, for people: {@code 2 × 80 = 160, not 180}
 */
public record Finding(boolean holds, String evidence, String message) {
    /** Validates. */
    public Finding {
        Objects.requireNonNull(evidence, "evidence");
        Objects.requireNonNull(message, "message");
    }
}
