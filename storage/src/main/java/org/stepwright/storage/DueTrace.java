package org.stepwright.storage;

import java.util.Objects;

/**
 * A trace that an annotator is to be given now instead of the next one in the order.
 *
 * @param traceId the trace
 * @param reason why
 */
public record DueTrace(String traceId, Reason reason) {
    /** Why a trace is due. */
    public enum Reason {
        /** The annotator is new. */
        SCREENING,
        /** It is time for a trace with a known key. */
        GOLD,
        /**
         * It is time to label a trace once more: in the pass {@link
         * org.stepwright.label.LabelPass#REPEAT}.
         */
        REPEAT
    }

    /** Validates. */
    public DueTrace {
        Objects.requireNonNull(traceId, "traceId");
        Objects.requireNonNull(reason, "reason");
    }
}
