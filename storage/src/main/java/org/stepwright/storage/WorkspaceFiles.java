package org.stepwright.storage;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

/** Makes, checks and updates files before they are opened for work. */
final class WorkspaceFiles {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private WorkspaceFiles() {}

    /** Makes an empty workspace beside its place, then moves it there: it is whole or not there. */
    static void create(Path file, Migrations migrations) {
        if (Files.exists(file)) {
            throw exists(file);
        }
        Path folder = file.getParent();
        if (!Files.isDirectory(folder)) {
            throw new WorkFailed("The folder " + folder + " is not there; make it first.");
        }
        Path unfinished = null;
        try {
            unfinished = Files.createTempFile(folder, ".stepwright-", ".new");
            migrations.run(unfinished);
            Files.move(unfinished, file);
        } catch (FileAlreadyExistsException e) {
            throw exists(file);
        } catch (IOException e) {
            throw new WorkFailed(
                    "The workspace "
                            + file
                            + " cannot be made; check that the folder may be written and that the"
                            + " disk has space.",
                    e);
        } finally {
            deleteQuietly(unfinished);
        }
    }

    private static WorkFailed exists(Path file) {
        return new WorkFailed(
                "There is already something at " + file + "; open it or choose another name.");
    }

    private static void deleteQuietly(Path unfinished) {
        try {
            if (unfinished != null) {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            // A leftover temporary file does no harm.
        }
    }

    /** Refuses what is no workspace without touching it; updates an older one after a copy. */
    static void prepare(Path file, Migrations migrations) {
        requireFile(file);
        Header header = Header.read(file);
        header.require(file, migrations.latest());
        // A file that was never closed may say more in its write-ahead log than in its header.
        int version = version(file);
        new Header(true, Header.OURS, version).require(file, migrations.latest());
        if (version < migrations.latest()) {
            Path copy = Migrations.backupOf(file, version, STAMP.format(Instant.now()));
            copy(file, copy);
            migrations.run(file);
        }
    }

    /** Refuses what is missing, a folder, or a pipe. */
    static void requireFile(Path file) {
        if (!Files.exists(file)) {
            throw new WorkFailed(
                    "There is no file " + file + "; check the name or make a new workspace.");
        }
        if (Files.isDirectory(file)) {
            throw new WorkFailed("The path " + file + " is a folder; choose a workspace file.");
        }
        if (!Files.isRegularFile(file)) {
            // Reading a pipe would wait for somebody to write into it.
            throw new WorkFailed(
                    "The path " + file + " is a pipe or a device; choose a workspace file.");
        }
    }

    private static int version(Path file) {
        try (Db db = new Db(Pragmas.reader(file).getConnection());
                var row = db.prepare("PRAGMA user_version").executeQuery()) {
            return row.getInt(1);
        } catch (SQLException e) {
            throw Sentences.of(file, e);
        }
    }

    /** A copy of one moment, also while others write; it is whole or not there. */
    static void copy(Path from, Path to) {
        copy(from, to, Progress.NONE);
    }

    /**
     * A copy of one moment, also while others write; it is whole or not there.
     *
     * @throws org.stepwright.work.Cancelled when the user stopped it; nothing is there
     */
    static void copy(Path from, Path to, Progress progress) {
        if (Files.exists(to)) {
            throw exists(to);
        }
        Path unfinished = to.resolveSibling(".stepwright-" + UUID.randomUUID() + ".copy");
        try (Db db = new Db(Pragmas.reader(from).getConnection())) {
            long bytes = bytes(db);
            db.interruptWhen(
                    () -> {
                        progress.report(
                                Math.min(bytes, unfinished.toFile().length()),
                                bytes,
                                "Copying the workspace");
                        return progress.isCancelled();
                    });
            var copy = db.prepare("VACUUM INTO ?");
            copy.setString(1, unfinished.toUri().toString());
            copy.executeUpdate();
            progress.checkCancelled();
            Files.move(unfinished, to);
        } catch (FileAlreadyExistsException e) {
            throw exists(to);
        } catch (SQLException | IOException e) {
            progress.checkCancelled();
            if (e instanceof SQLException sql && Sentences.isDamage(sql)) {
                throw Sentences.of(from, e);
            }
            throw new WorkFailed(
                    "The copy "
                            + to
                            + " cannot be written; check that the folder is there, may be written"
                            + " and has space.",
                    e);
        } finally {
            deleteQuietly(unfinished);
        }
    }

    /** How large a copy becomes: the pages that hold something. */
    private static long bytes(Db db) throws SQLException {
        try (var row =
                db.prepare(
                                "SELECT (page_count - freelist_count) * page_size"
                                        + " FROM pragma_page_count, pragma_freelist_count,"
                                        + " pragma_page_size")
                        .executeQuery()) {
            return row.getLong(1);
        }
    }

    /** Waits until a file is on the disk itself. */
    static void force(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Waits until the names in a folder are on the disk, where the system can do that. */
    static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows has no such thing; names are safe there without it.
        }
    }
}
