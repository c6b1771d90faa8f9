package org.stepwright.storage;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

/**
 * Puts a backup in the place of its workspace. The backup is copied beside the workspace, read as a
 * whole there, and takes the place with one rename: whatever happens to the process, the file is
 * the old one or the new one. Nobody may have the workspace open.
 */
public final class Restore {
    private final Path workspace;
    private final Path backup;
    private final Backups backups;

    /**
     * @param workspace the file whose place is taken; it may be damaged, it may be missing
     * @param backup the file that takes it; is only read
     * @param backups where the workspace as it is now is kept
     * @throws WorkFailed when there is no such backup, or it is the workspace itself
     */
    public Restore(Path workspace, Path backup, Backups backups) {
        this.workspace = real(workspace.toAbsolutePath());
        this.backup = backup.toAbsolutePath();
        this.backups = Objects.requireNonNull(backups, "backups");
        WorkspaceFiles.requireFile(this.backup);
        try {
            if (Files.exists(this.workspace) && Files.isSameFile(this.workspace, this.backup)) {
                throw new WorkFailed("Both names mean the same file; name a backup.");
            }
        } catch (IOException e) {
            throw new WorkFailed("The file " + backup + " cannot be read.", e);
        }
        Header.read(this.backup).require(this.backup, Migrations.CURRENT.latest());
    }

    /** The file itself where the name is a link: a rename would take the link's place. */
    private static Path real(Path file) {
        try {
            return file.toRealPath();
        } catch (IOException e) {
            return file;
        }
    }

    /**
     * Compares the backup with the workspace as it is now, which may be in use.
     *
     * @param progress hears of a cancel
     * @return what is in both and what would be lost
     * @throws WorkFailed when the backup is damaged, no workspace, or of a newer version
     * @throws org.stepwright.work.Cancelled when the user stopped it
     */
    public RestorePreview preview(Progress progress) {
        return new RestoreComparing(workspace, backup, progress).run();
    }

    /**
     * Restores the backup.
     *
     * @param progress hears how far it is; may cancel
     * @return the backup of the workspace as it was; empty when there was none. A workspace that is
     *     too damaged for a backup is kept byte by byte, in a file beside the backups that is not
     *     listed
     * @throws WorkFailed when the workspace is open somewhere, the backup is damaged, or the disk
     *     has no room; the workspace is as it was
     * @throws org.stepwright.work.Cancelled when the user stopped it; the workspace is as it was
     */
    public Optional<Backup> run(Progress progress) {
        Path next = workspace.resolveSibling(".stepwright-" + UUID.randomUUID() + ".copy");
        try (Alone alone = Alone.with(workspace)) {
            WorkspaceFiles.copy(backup, next, progress);
            SoundFile.require(next, backup, progress);
            WorkspaceFiles.force(next);
            Optional<Backup> before = keep(alone, progress);
            progress.checkCancelled();
            progress.report(0, -1, "Putting the backup in its place");
            put(next, alone);
            return before;
        } catch (IOException e) {
            throw new WorkFailed(
                    "The backup cannot take the place of "
                            + workspace
                            + ", which is as it was; check that its folder may be written and that"
                            + " the disk has space.",
                    e);
        } finally {
            delete(next);
        }
    }

    private Optional<Backup> keep(Alone alone, Progress progress) throws IOException {
        if (alone.isReadable()) {
            try {
                return Optional.of(backups.make(BackupReason.RESTORE, progress));
            } catch (Damaged e) {
                // Kept as it is instead.
            }
        }
        keepBytes();
        return Optional.empty();
    }

    /** Also when only a log without its file is left: it must not be taken for the next file's. */
    private void keepBytes() throws IOException {
        Files.createDirectories(backups.folder());
        Path kept =
                backups.folder()
                        .resolve(workspace.getFileName() + "-" + UUID.randomUUID() + ".damaged");
        if (Files.exists(workspace)) {
            Files.copy(workspace, kept);
            WorkspaceFiles.force(kept);
        }
        for (String part : List.of("-wal", "-journal")) {
            Path beside = workspace.resolveSibling(workspace.getFileName() + part);
            if (Files.exists(beside)) {
                Files.move(beside, kept.resolveSibling(kept.getFileName() + part));
            }
        }
        delete(workspace.resolveSibling(workspace.getFileName() + "-shm"));
    }

    private void put(Path next, Alone alone) throws IOException {
        try {
            move(next);
        } catch (IOException e) {
            // Windows does not rename over a file that is open.
            alone.close();
            move(next);
        }
        WorkspaceFiles.forceFolder(workspace.getParent());
    }

    private void move(Path next) throws IOException {
        try {
            Files.move(next, workspace, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("A rename in one folder is not one step here.", e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // A leftover does no harm.
        }
    }

    /** Nobody else has the workspace open, and nobody can open it for work. */
    private static final class Alone implements AutoCloseable {
        private Db db;

        private Alone(Db db) {
            this.db = db;
        }

        static Alone with(Path workspace) {
            if (!Files.exists(workspace)) {
                return new Alone(null);
            }
            Db db = null;
            try {
                db = new Db(Pragmas.impatient(workspace).getConnection());
                // Fails while any other connection, of any process, has the file open; then the
                // write-ahead log is in the file and gone.
                try (ResultSet mode = db.prepare("PRAGMA journal_mode = DELETE").executeQuery()) {
                    if (!mode.getString(1).equals("delete")) {
                        throw open(workspace, null);
                    }
                }
                // Others may read, as the backup does; whoever opens it for work has to wait.
                db.execute("BEGIN IMMEDIATE");
                return new Alone(db);
            } catch (SQLException e) {
                close(db);
                if (Sentences.isDamage(e)) {
                    return new Alone(null);
                }
                throw Sentences.isBusy(e) ? open(workspace, e) : Sentences.of(workspace, e);
            } catch (RuntimeException e) {
                close(db);
                throw e;
            }
        }

        private static WorkFailed open(Path workspace, SQLException cause) {
            return new WorkFailed(
                    "The workspace "
                            + workspace
                            + " is open in another window or program; close it there, then restore"
                            + " the backup.",
                    cause);
        }

        boolean isReadable() {
            return db != null;
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
        }
    }
}
