package org.stepwright.storage;

import java.util.Objects;

/**
 * How a change came about.
 *
 * @param session the labelling session it was made in; empty outside of one
 * @param millis milliseconds since the annotator's last act on the same trace or since it was
 *     opened; -1 when unknown
 * @param accepted the source of the suggestion that was accepted by it; empty when none was
 */
public record Act(String session, long millis, String accepted) {
    /** Nothing is known about it. */
    public static final Act NONE = new Act("", -1, "");

    /** Validates. */
    public Act {
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(accepted, "accepted");
    }
}
