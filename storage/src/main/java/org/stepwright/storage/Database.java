package org.stepwright.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.stepwright.work.WorkFailed;

/** The open file: its writer and its readers. */
final class Database implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Database.class);

    private final Path file;
    private final Writer writer;
    private final Readers readers;

    private Database(Path file, Writer writer, Readers readers) {
        this.file = file;
        this.writer = writer;
        this.readers = readers;
    }

    /** Opens a file that is known to be an up-to-date workspace. */
    static Database open(Path file) {
        while (true) {
            Object before = identity(file);
            Db db;
            try {
                db = connect(file);
            } catch (WorkFailed e) {
                if (Objects.equals(before, identity(file))) {
                    throw e;
                }
                // SQLite itself noticed that a backup took the file's place.
                continue;
            }
            if (Objects.equals(before, identity(file))) {
                return new Database(
                        file, new Writer(file, db, Database::workBehindImports), new Readers(file));
            }
            // A backup took the file's place while this waited for it: what was opened has no
            // name any more, and what would be written there would be lost.
            close(db);
        }
    }

    private static Db connect(Path file) {
        try {
            Db db = new Db(Pragmas.writer(file).getConnection());
            try {
                // Fails now, not at the first label, when the file cannot be written.
                db.begin(Durability.EVERY_COMMIT);
                db.commit();
                return db;
            } catch (SQLException e) {
                db.rollback();
                db.close();
                throw e;
            }
        } catch (SQLException e) {
            throw Sentences.of(file, e);
        }
    }

    /** Which file has the name now; null where the system does not say. */
    private static Object identity(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        } catch (IOException e) {
            throw new WorkFailed("The workspace " + file + " cannot be read.", e);
        }
    }

    private static void close(Db db) {
        try {
            db.close();
        } catch (SQLException e) {
            LOG.debug("A file without a name did not close cleanly", e);
        }
    }

    private static boolean workBehindImports(Db db) throws SQLException {
        return SearchIndex.advance(db) || SlicePlaces.advance(db);
    }

    Path file() {
        return file;
    }

    /** A small change; may share its commit with others that wait. */
    <T> CompletableFuture<T> submit(Change<T> change) {
        return writer.submit(change);
    }

    /** A change in a transaction of its own; waits for its commit. */
    <T> T write(Durability durability, Change<T> change) {
        return writer.run(durability, change);
    }

    /** Work that begins and ends its transactions itself, while nobody else here writes. */
    <T> T writeAlone(Change<T> work) {
        return writer.runAlone(work);
    }

    <T> T read(Change<T> reading) {
        return readers.read(reading);
    }

    @Override
    public void close() {
        readers.close();
        try {
            writer.close();
        } catch (SQLException e) {
            // Everything was committed before; SQLite tidies up at the next opening.
            LOG.warn("The workspace {} did not close cleanly", file, e);
        }
    }
}
