package org.stepwright.storage;

import java.util.Objects;
import org.stepwright.label.LabelPass;

/**
 * Where an undo or a redo happened.
 *
 * @param traceId the trace
 * @param step the first step of the undone group; -1 when the state of the trace was undone
 * @param depthLeft how many further undos (after an undo) or redos (after a redo) are possible
 * @param pass in which pass
 */
public record Undone(String traceId, int step, int depthLeft, LabelPass pass) {
    /** Validates. */
    public Undone {
        Objects.requireNonNull(traceId, "traceId");
        Objects.requireNonNull(pass, "pass");
    }

    /**
     * In the pass for labelling.
     *
     * @param traceId the trace
     * @param step the first step; -1 for the state of the trace
     * @param depthLeft how many further ones are possible
     */
    public Undone(String traceId, int step, int depthLeft) {
        this(traceId, step, depthLeft, LabelPass.LABEL);
    }
}
