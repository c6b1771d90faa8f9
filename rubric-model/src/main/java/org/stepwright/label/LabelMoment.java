package org.stepwright.label;

import java.time.Instant;
import java.util.Objects;

/**
 * One thing that was done to one label, as the history tells it: for pace, drift and the use of
 * suggestions. Undone ones are still in the history.
 *
 * @param traceId the trace
 * @param step the step, from 0
 * @param candidate 0 for the step itself, k for its k-th alternative
 * @param annotator whose label
 * @param pass in which pass
 * @param verdict what the verdict was from then on; null for none
 * @param spark whether it was marked as an insight from then on
 * @param undo whether this took something back or did it again
 * @param session the session it was done in; empty when unknown
 * @param mode the session's mode; FREE when unknown
 * @param accepted the source of the suggestion that was accepted by key; empty when none was
 * @param millis milliseconds since the annotator's last act on the same trace or since it was
 *     opened; -1 when unknown
 * @param at when
 */
public record LabelMoment(
        String traceId,
        int step,
        int candidate,
        String annotator,
        LabelPass pass,
        Verdict verdict,
        boolean spark,
        boolean undo,
        String session,
        LabelMode mode,
        String accepted,
        long millis,
        Instant at) {
    /** Validates. */
    public LabelMoment {
        Objects.requireNonNull(traceId, "traceId");
        Objects.requireNonNull(annotator, "annotator");
        Objects.requireNonNull(pass, "pass");
        Objects.requireNonNull(session, "session");
        Objects.requireNonNull(mode, "mode");
        Objects.requireNonNull(accepted, "accepted");
        Objects.requireNonNull(at, "at");
    }
}
