package org.stepwright.label;

import java.time.Instant;
import java.util.Objects;

/**
 * What a verifier, a judge or a PRM says about a step. Never a label: a person has to accept it.
 *
 * @param traceId the trace's id
 * @param step the step's index, from 0
 * @param source who says so, such as {@code verifier:arithmetic} or {@code model:NAME}
 * @param reward the suggested reward in [0, 1]
 * @param message what was seen, for people
 * @param at when
 */
public record Suggestion(
        String traceId, int step, String source, double reward, String message, Instant at) {
    /** Validates. */
    public Suggestion {
        Objects.requireNonNull(traceId, "traceId");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(at, "at");
        if (step < 0 || !(reward >= 0 && reward <= 1)) {
            throw new IllegalArgumentException(
                    "A suggestion has a step from 0 and a reward in [0, 1].");
        }
    }
}
