package org.stepwright.storage;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/**
 * What somebody says to the others about a trace or one of its steps. Remarks never change.
 *
 * @param uid its name in every workspace that it was merged into
 * @param traceId the trace
 * @param step the step, from 0; -1 for the whole trace
 * @param annotator who says it
 * @param text what, not blank, at most 10,000 characters
 * @param at when
 */
public record Remark(
        String uid, String traceId, int step, String annotator, String text, Instant at) {
    /** The step of a remark about the whole trace. */
    public static final int WHOLE_TRACE = -1;

    /** The longest text. */
    public static final int MOST_TEXT = 10_000;

    /** Validates all but the text, which a person writes: {@link RemarkStore#add} tells of that. */
    public Remark {
        if (uid == null || uid.isBlank()) {
            throw new IllegalArgumentException("A remark has a name.");
        }
        Objects.requireNonNull(traceId, "traceId");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(at, "at");
        if (step < WHOLE_TRACE) {
            throw new IllegalArgumentException("Steps count from 0; -1 is the whole trace.");
        }
        if (annotator == null || annotator.isBlank()) {
            throw new IllegalArgumentException("A remark names who says it.");
        }
    }

    /**
     * A new remark under a name of its own.
     *
     * @param traceId the trace
     * @param step the step, from 0; -1 for the whole trace
     * @param annotator who says it
     * @param text what
     * @param at when
     * @return the remark
     */
    public static Remark of(String traceId, int step, String annotator, String text, Instant at) {
        return new Remark(UUID.randomUUID().toString(), traceId, step, annotator, text, at);
    }
}
