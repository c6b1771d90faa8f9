package org.stepwright.audit;

import java.util.Objects;

/**
 * One thing that an audit found.
 *
 * @param kind what it is
 * @param traceId the trace that it is about; empty when it is about no single trace
 * @param step the step's index from 0, or {@link #WHOLE_TRACE}
 * @param other what it is held against: a trace's id, {@code FILE:LINE}, or an annotator; maybe
 *     empty
 * @param strength how sure or how strong, in [0, 1]; comparable within a kind only
 * @param message what was found, a plain sentence
 */
public record AuditFinding(
        FindingKind kind, String traceId, int step, String other, double strength, String message) {
    /** The step of a finding about a whole trace. */
    public static final int WHOLE_TRACE = -1;

    /**
     * Validates.
     *
     * @throws IllegalArgumentException when the step is under -1 or the strength not in [0, 1]
     */
    public AuditFinding {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(traceId, "traceId");
        Objects.requireNonNull(other, "other");
        Objects.requireNonNull(message, "message");
        if (step < WHOLE_TRACE || !(strength >= 0 && strength <= 1)) {
            throw new IllegalArgumentException(
                    "A finding has a step from -1 and a strength in [0, 1].");
        }
    }
}
