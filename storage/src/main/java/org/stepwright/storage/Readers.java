package org.stepwright.storage;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.stepwright.work.WorkFailed;

/**
 * Connections that read. A few are kept; a reader inside a reader gets one more, so nobody waits.
 */
final class Readers implements AutoCloseable {
    private static final int KEPT = 3;

    private final Path file;
    private final Deque<Db> idle = new ArrayDeque<>();
    private boolean closed;

    Readers(Path file) {
        this.file = file;
    }

    /** Reads within one transaction, so everything is of one moment. */
    <T> T read(Change<T> reading) {
        Db db = null;
        boolean whole = false;
        try {
            db = borrow();
            db.begin(Durability.EVERY_COMMIT);
            T result = reading.apply(db);
            db.commit();
            whole = true;
            return result;
        } catch (SQLException | org.jdbi.v3.core.JdbiException e) {
            throw Sentences.of(file, e);
        } finally {
            giveBack(db, whole);
        }
    }

    private Db borrow() throws SQLException {
        synchronized (this) {
            if (closed) {
                throw new WorkFailed("The workspace " + file + " is closed; open it again.");
            }
            if (!idle.isEmpty()) {
                return idle.pop();
            }
        }
        Db db = new Db(Pragmas.reader(file).getConnection());
        db.execute("PRAGMA query_only = ON");
        return db;
    }

    private void giveBack(Db db, boolean whole) {
        if (db == null) {
            return;
        }
        synchronized (this) {
            if (whole && !closed && idle.size() < KEPT) {
                idle.push(db);
                return;
            }
        }
        closeQuietly(db);
    }

    private static void closeQuietly(Db db) {
        try {
            db.rollback();
            db.close();
        } catch (SQLException e) {
            // Nothing is lost: this connection only read.
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        idle.forEach(Readers::closeQuietly);
        idle.clear();
    }
}
