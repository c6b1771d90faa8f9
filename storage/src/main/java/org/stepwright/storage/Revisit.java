package org.stepwright.storage;

import java.util.Objects;

/**
 * A criterion that an annotator has yet to rate in a label that was carried over.
 *
 * @param traceId the trace
 * @param step the step, from 0
 * @param candidate 0 for the step itself, k for its k-th alternative
 * @param annotator whose label
 * @param rubricVersion key of the version that the label is under now
 * @param criterionId the criterion of that version
 */
public record Revisit(
        String traceId,
        int step,
        int candidate,
        String annotator,
        String rubricVersion,
        String criterionId) {
    /** Validates. */
    public Revisit {
        Objects.requireNonNull(traceId, "traceId");
        Objects.requireNonNull(annotator, "annotator");
        Objects.requireNonNull(rubricVersion, "rubricVersion");
        Objects.requireNonNull(criterionId, "criterionId");
    }
}
