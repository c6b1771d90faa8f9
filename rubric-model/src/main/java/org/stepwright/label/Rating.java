package org.stepwright.label;

/**
 * The answer to one criterion.
 *
 * @param criterionId the criterion
 * @param value a value on the criterion's scale, finite
 */
public record Rating(String criterionId, double value) {
    /** Validates. */
    public Rating {
        if (criterionId == null || criterionId.isBlank()) {
            throw new IllegalArgumentException("A rating names its criterion.");
        }
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("A rating is a finite number.");
        }
    }
}
