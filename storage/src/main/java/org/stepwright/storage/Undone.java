package org.stepwright.storage;

import java.util.Objects;
import org.stepwright.label.LabelPass;

/**
 * Where an undo or a redo happened.
 *
 * @param traceId the trace
 * @param step the first step of the undone group; -1 when it was about the trace as a whole
 * @param candidate 0 for the step itself, k for its k-th alternative
 * @param pass in which pass it was done
 * @param pair whether it was a preference between the trace and another one
 * @param kept whether nothing changed, because others have labelled since what would go out of
 *     sight
 * @param depthLeft how many further undos (after an undo) or redos (after a redo) are possible
 */
public record Undone(
        String traceId,
        int step,
        int candidate,
        LabelPass pass,
        boolean pair,
        boolean kept,
        int depthLeft) {
    /** Validates. */
    public Undone {
        Objects.requireNonNull(traceId, "traceId");
        Objects.requireNonNull(pass, "pass");
    }

    /**
     * Something about a step itself or a trace, in the LABEL pass.
     *
     * @param traceId the trace
     * @param step the first step of the undone group; -1 when the state of the trace was undone
     * @param depthLeft how many further ones are possible
     */
    public Undone(String traceId, int step, int depthLeft) {
        this(traceId, step, 0, LabelPass.LABEL, false, false, depthLeft);
    }
}
