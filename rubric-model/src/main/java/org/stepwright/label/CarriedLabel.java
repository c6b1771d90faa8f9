package org.stepwright.label;

import java.util.List;
import java.util.Objects;

/**
 * A label after it was carried over to a newer version of its rubric.
 *
 * @param label the label under the newer version; who, when, from where and the verdict are those
 *     of the old one
 * @param dropped criteria of the older version whose ratings it had and lost
 * @param toRate criteria of the newer version that apply to its step and that a person has yet to
 *     rate: new ones, and those whose old value says nothing on the new scale
 */
public record CarriedLabel(StepLabel label, List<String> dropped, List<String> toRate) {
    /** Copies. */
    public CarriedLabel {
        Objects.requireNonNull(label, "label");
        dropped = List.copyOf(dropped);
        toRate = List.copyOf(toRate);
    }
}
