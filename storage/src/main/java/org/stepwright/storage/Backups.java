package org.stepwright.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

/**
 * The backups of one workspace, in the folder {@code NAME.backups} beside it. A backup is made
 * while people label, is of one moment, and has its name only once it was read again and found
 * whole; only then do older ones go. Safe to call from any thread and process: one backup of a
 * workspace is made at a time.
 */
public final class Backups {
    private static final Logger LOG = LoggerFactory.getLogger(Backups.class);

    /** Left free on a disk, so that labels can still be saved. */
    private static final long ROOM = 64L << 20;

    private final Path workspace;
    private final BackupFiles files;
    private final BackupRules rules;
    private final Clock clock;

    /**
     * @param workspace the file; need not be open
     * @param rules which backups stay
     * @param clock says what day it is here
     */
    public Backups(Path workspace, BackupRules rules, Clock clock) {
        this.workspace = workspace.toAbsolutePath();
        this.files = new BackupFiles(this.workspace);
        this.rules = Objects.requireNonNull(rules, "rules");
        this.clock = Objects.requireNonNull(clock, "clock");
    }

    /**
     * @return where the backups are; may not exist yet
     */
    public Path folder() {
        return files.folder();
    }

    /**
     * @return all backups, the newest first; also copies that updates of the file left beside it
     * @throws WorkFailed when the folder cannot be read
     */
    public List<Backup> list() {
        return files.all();
    }

    /**
     * Makes a backup, reads it again, and then removes older ones that the rules do not keep.
     *
     * @param reason why
     * @param progress hears how far it is; may cancel
     * @return the backup
     * @throws WorkFailed when the workspace cannot be read or is damaged, the disk has no room, the
     *     copy does not hold what the workspace holds, or another backup is being made; older
     *     backups are as they were
     * @throws org.stepwright.work.Cancelled when the user stopped it; older backups are as they
     *     were
     */
    public Backup make(BackupReason reason, Progress progress) {
        return make(reason, null, progress);
    }

    /**
     * Makes a backup and spares one of the older ones, which is needed still.
     *
     * @param reason why
     * @param spared the file that stays, whatever the rules say; null for none
     * @param progress hears how far it is; may cancel
     * @return the backup
     */
    Backup make(BackupReason reason, Path spared, Progress progress) {
        return locked(() -> Optional.of(makeLocked(reason, spared, progress)))
                .orElseThrow(
                        () ->
                                new WorkFailed(
                                        "A backup of "
                                                + workspace.getFileName()
                                                + " is being made already; wait until it is"
                                                + " done."));
    }

    /**
     * Makes today's backup unless there is one, or nothing is in the workspace yet.
     *
     * @param progress hears how far it is; may cancel
     * @return the backup that was made; also empty while another one is being made
     * @throws WorkFailed as {@link #make} does
     * @throws org.stepwright.work.Cancelled when the user stopped it
     */
    public Optional<Backup> makeDaily(Progress progress) {
        if (!isDailyDue()) {
            return Optional.empty();
        }
        return locked(
                () ->
                        isDailyDue()
                                ? Optional.of(makeLocked(BackupReason.DAILY, null, progress))
                                : Optional.empty());
    }

    /**
     * @return whether the workspace has something in it and no backup of today
     */
    public boolean isDailyDue() {
        LocalDateTime now = LocalDateTime.now(clock);
        return list().stream()
                        .noneMatch(
                                b ->
                                        b.reason() == BackupReason.DAILY
                                                && b.verified()
                                                && b.at().toLocalDate().equals(now.toLocalDate()))
                && !isEmpty();
    }

    private boolean isEmpty() {
        WorkspaceFiles.requireFile(workspace);
        return read(
                workspace,
                db -> {
                    try (var row =
                            db.prepare(
                                            "SELECT EXISTS (SELECT 1 FROM trace) OR EXISTS (SELECT"
                                                    + " 1 FROM rubric_draft)")
                                    .executeQuery()) {
                        return !row.getBoolean(1);
                    }
                });
    }

    private interface Making {
        Optional<Backup> make() throws IOException;
    }

    /** One backup at a time, in all processes; the lock goes with its process. */
    private Optional<Backup> locked(Making making) {
        WorkspaceFiles.requireFile(workspace);
        try {
            BackupFiles.makeFolder(folder());
            try (FileChannel channel =
                            FileChannel.open(
                                    folder().resolve(".lock"),
                                    StandardOpenOption.CREATE,
                                    StandardOpenOption.WRITE);
                    FileLock lock = lock(channel)) {
                if (lock == null) {
                    return Optional.empty();
                }
                files.removeLeftovers();
                return making.make();
            }
        } catch (IOException e) {
            throw new WorkFailed(
                    "No backup can be written to "
                            + folder()
                            + "; check that the folder may be written and that the disk has"
                            + " space.",
                    e);
        }
    }

    /** Null while somebody else has it. */
    private static FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private Backup makeLocked(BackupReason reason, Path spared, Progress progress)
            throws IOException {
        requireRoom();
        LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
        Path unread = folder().resolve(".stepwright-" + UUID.randomUUID() + ".unread");
        try {
            WorkspaceCounts before = read(workspace, WorkspaceCheck::counts);
            WorkspaceFiles.copy(workspace, unread, progress);
            WorkspaceCounts counts = readAgain(unread, before, progress);
            WorkspaceFiles.force(unread);
            Path file = files.newFile(now, reason);
            Files.move(unread, file);
            note(file, counts);
            WorkspaceFiles.forceFolder(folder());
            removeOlder(file, spared);
            return new Backup(file, now, reason, Files.size(file), true, counts);
        } catch (FileAlreadyExistsException e) {
            throw new WorkFailed(
                    "A backup of this second is there already; try again in a moment.", e);
        } finally {
            Files.deleteIfExists(unread);
        }
    }

    /** Without its note nobody would know that it was read, and no rule would remove it. */
    private static void note(Path file, WorkspaceCounts counts) throws IOException {
        try {
            BackupFiles.writeNote(file, counts);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private void requireRoom() throws IOException {
        long needed = size(workspace) + size(workspace.resolveSibling(walName()));
        long free = Files.getFileStore(folder()).getUsableSpace();
        if (free < needed + ROOM) {
            throw new WorkFailed(
                    "The disk has no room for a backup ("
                            + megabytes(needed + ROOM)
                            + " MB are needed, "
                            + megabytes(free)
                            + " MB are free); free some space and try again.");
        }
    }

    private String walName() {
        return workspace.getFileName() + "-wal";
    }

    private static long size(Path file) throws IOException {
        return Files.exists(file) ? Files.size(file) : 0;
    }

    private static long megabytes(long bytes) {
        return (bytes + (1 << 20) - 1) >> 20;
    }

    /** A copy that was written is only a backup once it was read. */
    private WorkspaceCounts readAgain(Path copy, WorkspaceCounts before, Progress progress) {
        WorkspaceCounts counts = SoundFile.require(copy, workspace, progress);
        WorkspaceCounts after = read(workspace, WorkspaceCheck::counts);
        if (!between(before, counts, after)) {
            throw new WorkFailed(
                    "The backup does not hold what the workspace holds, so it was not kept; check"
                            + " the disk, then try again.");
        }
        return counts;
    }

    /** What only ever grows has grown from before to after. */
    private static boolean between(WorkspaceCounts a, WorkspaceCounts b, WorkspaceCounts c) {
        return a.traces() <= b.traces()
                && b.traces() <= c.traces()
                && a.steps() <= b.steps()
                && b.steps() <= c.steps()
                && a.events() <= b.events()
                && b.events() <= c.events()
                && a.rubricVersions() <= b.rubricVersions()
                && b.rubricVersions() <= c.rubricVersions();
    }

    /** Of backups of one second the new one may look like the older one. */
    private void removeOlder(Path made, Path spared) {
        for (Backup old : rules.mayGo(list())) {
            if (old.file().equals(made)) {
                continue;
            }
            try {
                if (spared == null || !Files.isSameFile(old.file(), spared)) {
                    BackupFiles.remove(old);
                }
            } catch (IOException e) {
                // The next backup tries again.
                LOG.warn("The backup {} cannot be removed", old.file(), e);
            }
        }
    }

    private static <T> T read(Path file, Change<T> reading) {
        try (Db db = new Db(Pragmas.reader(file).getConnection())) {
            return reading.apply(db);
        } catch (SQLException e) {
            throw Sentences.of(file, e);
        }
    }
}
