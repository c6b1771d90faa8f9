package org.stepwright.storage;

import java.util.Objects;

/**
 * Where an undo or a redo happened.
 *
 * @param traceId the trace
 * @param step the first step of the undone group; -1 when the state of the trace was undone
 * @param depthLeft how many further undos (after an undo) or redos (after a redo) are possible
 */
public record Undone(String traceId, int step, int depthLeft) {
    /** Validates. */
    public Undone {
        Objects.requireNonNull(traceId, "traceId");
    }
}
