package org.stepwright.storage;

import java.time.Instant;
import java.util.Objects;

/**
 * A trace that is served to check labellers.
 *
 * @param traceId the trace
 * @param use what for
 * @param by who made it one
 * @param at when
 */
public record GoldTrace(String traceId, GoldUse use, String by, Instant at) {
    /** Validates. */
    public GoldTrace {
        Objects.requireNonNull(traceId, "traceId");
        Objects.requireNonNull(use, "use");
        Objects.requireNonNull(by, "by");
        Objects.requireNonNull(at, "at");
    }
}
