package org.stepwright.rubric;

import java.time.Instant;
import java.util.Objects;

/**
 * A published rubric; never changes.
 *
 * @param number 1 for the first version of its rubric
 * @param rubric the content
 * @param contentHash SHA-256 of the content's canonical form, 64 hexadecimal digits
 * @param publishedAt when
 * @param note what changed, maybe empty
 */
public record RubricVersion(
        int number, Rubric rubric, String contentHash, Instant publishedAt, String note) {
    /** Validates. */
    public RubricVersion {
        if (number < 1) {
            throw new IllegalArgumentException("Versions count from 1.");
        }
        Objects.requireNonNull(rubric, "rubric");
        Objects.requireNonNull(contentHash, "contentHash");
        Objects.requireNonNull(publishedAt, "publishedAt");
        Objects.requireNonNull(note, "note");
    }

    /**
     * @return how labels, exports, models and scores name this version: {@code id@number}
     */
    public String key() {
        return rubric.id() + "@" + number;
    }
}
