package org.stepwright.storage;

import java.util.Objects;

/**
 * A row, or an annotator's labels of a row, that were not taken.
 *
 * @param id the trace's id
 * @param reason one plain sentence
 */
public record Clash(String id, String reason) {
    /** Validates. */
    public Clash {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(reason, "reason");
    }
}
