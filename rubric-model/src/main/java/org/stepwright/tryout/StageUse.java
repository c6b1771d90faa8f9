package org.stepwright.tryout;

import java.util.Objects;

/**
 * How often a stage occurs in the traces.
 *
 * @param stageId the stage
 * @param steps steps that belong to it
 * @param traces traces with at least one such step
 * @param required whether the rubric requires it
 * @param tracesWithout traces without such a step
 */
public record StageUse(String stageId, int steps, int traces, boolean required, int tracesWithout) {
    /** Validates. */
    public StageUse {
        Objects.requireNonNull(stageId, "stageId");
    }
}
