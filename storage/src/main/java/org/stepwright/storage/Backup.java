package org.stepwright.storage;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Objects;

/**
 * A copy of a workspace.
 *
 * @param file where it is, absolute
 * @param at when it was made, on the clock of the machine that made it
 * @param reason why
 * @param bytes how large it is
 * @param verified whether it was read again after it was written, was sound, held as much as the
 *     workspace did, and has the size that it had then
 * @param counts what is in it; null unless verified
 */
public record Backup(
        Path file,
        LocalDateTime at,
        BackupReason reason,
        long bytes,
        boolean verified,
        WorkspaceCounts counts) {
    /** Validates. */
    public Backup {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(reason, "reason");
        if (verified != (counts != null)) {
            throw new IllegalArgumentException("What is verified was counted.");
        }
    }
}
