package org.stepwright.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.stepwright.work.WorkFailed;

/**
 * What the first 100 bytes of a file say, read without SQLite so that a foreign file stays
 * untouched.
 *
 * @param sqlite whether it is an SQLite file
 * @param applicationId whose file it is
 * @param version the schema's version
 */
record Header(boolean sqlite, int applicationId, int version) {
    /** "STPW". */
    static final int OURS = 0x53545057;

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    static Header read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            ByteBuffer head = ByteBuffer.wrap(in.readNBytes(100));
            boolean sqlite =
                    head.remaining() == 100
                            && head.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC));
            return sqlite
                    ? new Header(true, head.getInt(68), head.getInt(60))
                    : new Header(false, 0, 0);
        } catch (IOException e) {
            throw new WorkFailed(
                    "The file " + file + " cannot be read; check that you may read it.", e);
        }
    }

    /** Refuses what this program cannot open. */
    void require(Path file, int latest) {
        if (!sqlite) {
            throw new WorkFailed(
                    "The file "
                            + file
                            + " is no workspace (not even an SQLite file); choose another file or"
                            + " make a new workspace.");
        }
        if (applicationId != OURS) {
            throw new WorkFailed(
                    "The file "
                            + file
                            + " is an SQLite file of another program, not a workspace; choose"
                            + " another file.");
        }
        if (version > latest) {
            throw new WorkFailed(
                    "The workspace "
                            + file
                            + " was made by a newer version of Stepwright (its schema is "
                            + version
                            + ", this version knows "
                            + latest
                            + "); update Stepwright to open it.");
        }
    }
}
