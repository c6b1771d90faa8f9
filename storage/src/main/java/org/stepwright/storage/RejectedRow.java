package org.stepwright.storage;

import java.util.Objects;

/**
 * A row of a file that did not go in.
 *
 * @param line the line, from 1, where the row starts
 * @param reason why, for people
 */
public record RejectedRow(long line, String reason) {
    /** Validates. */
    public RejectedRow {
        Objects.requireNonNull(reason, "reason");
    }
}
