package org.stepwright.storage;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
    private static final List<String> LOGS = List.of("-wal", "-journal");

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
                return Optional.of(backups.make(BackupReason.RESTORE, backup, progress));
            } catch (Damaged e) {
                // Kept as it is instead.
            }
        }
        keepBytes(alone);
        return Optional.empty();
    }

    /** Copies, so that a restore that ends here leaves all as it was. */
    private void keepBytes(Alone alone) throws IOException {
        BackupFiles.makeFolder(backups.folder());
        Path kept =
                backups.folder()
                        .resolve(workspace.getFileName() + "-" + UUID.randomUUID() + ".damaged");
        if (Files.exists(workspace)) {
            alone.copyTo(kept);
        }
        for (String part : LOGS) {
            Path beside = beside(part);
            if (Files.exists(beside)) {
                Path copy = kept.resolveSibling(kept.getFileName() + part);
                Files.copy(beside, copy);
                WorkspaceFiles.force(copy);
            }
        }
        WorkspaceFiles.forceFolder(backups.folder());
    }

    private Path beside(String part) {
        return workspace.resolveSibling(workspace.getFileName() + part);
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
        // A log of the old file must not be taken for one of the new file. There is one only where
        // the file is missing or damaged, and then it was copied.
        for (String part : LOGS) {
            Files.deleteIfExists(beside(part));
        }
        Files.deleteIfExists(beside("-shm"));
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
}
