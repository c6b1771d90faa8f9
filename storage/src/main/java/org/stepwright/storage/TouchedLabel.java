package org.stepwright.storage;

import java.util.Objects;
import org.stepwright.label.CarriedLabel;
import org.stepwright.label.StepLabel;

/**
 * A label that a migration does more with than naming the newer version.
 *
 * @param before the label as it is
 * @param after what it would become
 */
public record TouchedLabel(StepLabel before, CarriedLabel after) {
    /** Validates. */
    public TouchedLabel {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }
}
