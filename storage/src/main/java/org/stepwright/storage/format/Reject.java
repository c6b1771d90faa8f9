package org.stepwright.storage.format;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A row that did not go in.
 *
 * @param file the file
 * @param line the line, from 1, where the row starts
 * @param reason why, for people
 */
public record Reject(Path file, long line, String reason) {
    /** Validates. */
    public Reject {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(reason, "reason");
    }
}
