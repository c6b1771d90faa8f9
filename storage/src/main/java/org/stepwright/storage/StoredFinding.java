package org.stepwright.storage;

import java.util.Objects;
import org.stepwright.audit.AuditFinding;

/**
 * A finding of the last audit.
 *
 * @param number its place in the audit, from 0
 * @param finding what was found
 * @param mark names it by what it says of which rows: the same in the next audit
 * @param state what became of it
 */
public record StoredFinding(long number, AuditFinding finding, String mark, FindingState state) {
    /** Validates. */
    public StoredFinding {
        Objects.requireNonNull(finding, "finding");
        Objects.requireNonNull(mark, "mark");
        Objects.requireNonNull(state, "state");
    }

    /**
     * @param now what became of it
     * @return the same in that state
     */
    public StoredFinding withState(FindingState now) {
        return new StoredFinding(number, finding, mark, now);
    }
}
