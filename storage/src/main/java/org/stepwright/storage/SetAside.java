package org.stepwright.storage;

import java.time.Instant;
import java.util.Objects;

/**
 * A trace that is set aside.
 *
 * @param traceId the trace
 * @param uid the name of what was done, for {@link SetAsideStore#undo}
 * @param reason why, for people; may be empty
 * @param annotator who did it
 * @param at when
 */
public record SetAside(String traceId, String uid, String reason, String annotator, Instant at) {
    /** Validates. */
    public SetAside {
        Objects.requireNonNull(traceId, "traceId");
        Objects.requireNonNull(uid, "uid");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(annotator, "annotator");
        Objects.requireNonNull(at, "at");
    }
}
