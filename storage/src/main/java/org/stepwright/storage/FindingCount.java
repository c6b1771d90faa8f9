package org.stepwright.storage;

import java.util.Objects;
import org.stepwright.audit.FindingKind;

/**
 * How many findings of a kind the last audit has.
 *
 * @param kind the kind
 * @param open nothing was done about them
 * @param all all of them
 */
public record FindingCount(FindingKind kind, long open, long all) {
    /** Validates. */
    public FindingCount {
        Objects.requireNonNull(kind, "kind");
    }
}
