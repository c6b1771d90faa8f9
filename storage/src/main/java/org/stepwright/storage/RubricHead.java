package org.stepwright.storage;

import java.time.Instant;
import java.util.Objects;

/**
 * A rubric in a list.
 *
 * @param rubricId its id
 * @param title the title of its draft, or of its latest version when it has no draft
 * @param latestVersion number of the latest version; 0 if nothing was published
 * @param draftDiffers whether there is a draft that differs from the latest version
 * @param updatedAt when the draft was saved or the latest version published, whichever is later
 */
public record RubricHead(
        String rubricId, String title, int latestVersion, boolean draftDiffers, Instant updatedAt) {
    /** Validates. */
    public RubricHead {
        Objects.requireNonNull(rubricId, "rubricId");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(updatedAt, "updatedAt");
    }
}
