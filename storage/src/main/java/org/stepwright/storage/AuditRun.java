package org.stepwright.storage;

import java.time.Instant;
import java.util.Objects;

/**
 * When an audit was made, how, and what it came to.
 *
 * @param madeAt when it ended
 * @param options how it was made, as JSON
 * @param summary what it looked at and what it could not do, as JSON
 */
public record AuditRun(Instant madeAt, String options, String summary) {
    /** Validates. */
    public AuditRun {
        Objects.requireNonNull(madeAt, "madeAt");
        Objects.requireNonNull(options, "options");
        if (summary == null || summary.isBlank()) {
            throw new IllegalArgumentException("An audit says what it looked at.");
        }
    }
}
