package org.stepwright.storage;

import java.util.Objects;

/**
 * A trace in an order of work.
 *
 * @param traceId the trace
 * @param slice whether it stands where it does because it is in the random slice
 */
public record Ranked(String traceId, boolean slice) {
    /** Validates. */
    public Ranked {
        Objects.requireNonNull(traceId, "traceId");
    }
}
