package org.stepwright.storage;

import java.time.Instant;
import java.util.Objects;

/**
 * One file that was read into the workspace.
 *
 * @param run its number
 * @param file the file's name without its folder
 * @param format the format's name; {@code unknown} when it could not be told
 * @param startedAt when it began
 * @param endedAt when it ended; null when it was cut off
 * @param added traces that were new
 * @param known traces that were there already
 * @param labels labels that were new
 * @param rejected rows that did not go in
 */
public record ImportRun(
        long run,
        String file,
        String format,
        Instant startedAt,
        Instant endedAt,
        long added,
        long known,
        long labels,
        long rejected) {
    /** Validates. */
    public ImportRun {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(startedAt, "startedAt");
    }
}
