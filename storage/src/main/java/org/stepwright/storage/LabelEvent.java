package org.stepwright.storage;

import java.time.Instant;
import java.util.Objects;
import org.stepwright.label.StepLabel;

/**
 * One entry of the append-only history of labels: what one key became.
 *
 * @param seq its number in the workspace, rising
 * @param group number of the first event of its group; a group is one undo step
 * @param action why it was written
 * @param traceId the trace
 * @param step the step, from 0; -1 for the state of the trace, -2 for a preference, -3 for the
 *     trace that replaces it
 * @param candidate 0 for the step itself, k for its k-th alternative
 * @param annotator whose label or state it is
 * @param label the label from now on; null when it was cleared or when this is about the state
 * @param state the state of the trace from now on; null when this is about a label
 * @param reason why the annotator finished so; empty for labels
 * @param at when the event was written
 */
public record LabelEvent(
        long seq,
        long group,
        Action action,
        String traceId,
        int step,
        int candidate,
        String annotator,
        StepLabel label,
        TraceState state,
        String reason,
        Instant at) {
    /** Why an event was written. */
    public enum Action {
        /** A person did something; can be undone. */
        DO,
        /** The inverse of something done. */
        UNDO,
        /** The inverse of something undone. */
        REDO,
        /** A labelled file was imported; not an undo step. */
        IMPORT,
        /** What holds after another workspace was merged into this one; not an undo step. */
        MERGE
    }

    /** Validates. */
    public LabelEvent {
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(traceId, "traceId");
        Objects.requireNonNull(annotator, "annotator");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(at, "at");
    }
}
