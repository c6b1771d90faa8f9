package org.stepwright.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.stepwright.work.WorkFailed;

/** Nobody else has the workspace open, and nobody can open it for work. */
final class Alone implements AutoCloseable {
    /** The bytes by which connections of SQLite tell each other that they are there (os.h). */
    private static final long LOCK_BYTES = 0x40000000L;

    private static final int LOCK_LENGTH = 512;

    private final Path workspace;
    private Db db;

    /** Kept open to the end: closing any channel of a file gives up all locks that SQLite holds. */
    private FileChannel bytes;

    private Alone(Path workspace, Db db) {
        this.workspace = workspace;
        this.db = db;
    }

    /**
     * @throws WorkFailed when somebody has it open
     */
    static Alone with(Path workspace) {
        if (!Files.exists(workspace)) {
            return new Alone(workspace, null);
        }
        Db db = null;
        try {
            db = new Db(Pragmas.impatient(workspace).getConnection());
            // Fails while any other connection, of any process, has the file open; then the
            // write-ahead log is in the file and gone.
            requireNoLog(db, "PRAGMA journal_mode = DELETE", workspace);
            // Others may read, as the backup does; whoever opens it for work has to wait.
            db.execute("BEGIN IMMEDIATE");
            // Somebody may have opened it between the two.
            requireNoLog(db, "PRAGMA journal_mode", workspace);
            return new Alone(workspace, db);
        } catch (SQLException e) {
            close(db);
            if (Sentences.isDamage(e)) {
                return withDamaged(workspace);
            }
            throw Sentences.isBusy(e) ? open(workspace, e) : Sentences.of(workspace, e);
        } catch (RuntimeException e) {
            close(db);
            throw e;
        }
    }

    private static void requireNoLog(Db db, String pragma, Path workspace) throws SQLException {
        try (ResultSet mode = db.prepare(pragma).executeQuery()) {
            if (!mode.getString(1).equals("delete")) {
                throw open(workspace, null);
            }
        }
    }

    /** SQLite does not open it any more, but somebody who opened it before may still work in it. */
    private static Alone withDamaged(Path workspace) {
        Alone alone = new Alone(workspace, null);
        try {
            alone.bytes =
                    FileChannel.open(workspace, StandardOpenOption.READ, StandardOpenOption.WRITE);
            // Held until the channel is closed.
            FileLock lock = alone.bytes.tryLock(LOCK_BYTES, LOCK_LENGTH, false);
            if (lock == null) {
                throw open(workspace, null);
            }
            return alone;
        } catch (OverlappingFileLockException e) {
            alone.close();
            throw open(workspace, e);
        } catch (IOException e) {
            alone.close();
            throw new WorkFailed(
                    "The workspace "
                            + workspace
                            + " cannot be opened; check that the file and its folder may be"
                            + " written.",
                    e);
        } catch (WorkFailed e) {
            alone.close();
            throw e;
        }
    }

    private static WorkFailed open(Path workspace, Exception cause) {
        return new WorkFailed(
                "The workspace "
                        + workspace
                        + " is open in another window or program; close it there, then restore"
                        + " the backup.",
                cause);
    }

    /** Whether SQLite can read it at all. */
    boolean isReadable() {
        return db != null;
    }

    /** Copies the file byte by byte and makes sure that it is on the disk. */
    void copyTo(Path copy) throws IOException {
        if (bytes == null) {
            bytes = FileChannel.open(workspace, StandardOpenOption.READ);
        }
        try (FileChannel out =
                FileChannel.open(copy, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            long size = bytes.size();
            for (long at = 0; at < size; ) {
                long copied = bytes.transferTo(at, size - at, out);
                if (copied <= 0) {
                    throw new IOException("The file got shorter while it was copied.");
                }
                at += copied;
            }
            out.force(true);
        }
    }

    private static void close(Db db) {
        try {
            if (db != null) {
                db.close();
            }
        } catch (SQLException e) {
            // Only locks were held.
        }
    }

    @Override
    public void close() {
        if (db != null) {
            db.rollback();
            close(db);
            db = null;
        }
        try {
            if (bytes != null) {
                bytes.close();
            }
        } catch (IOException e) {
            // Only a lock was held, and bytes were read.
        }
        bytes = null;
    }
}
