package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The projections of events that are about a whole trace: its state, a preference, the trace that
 * replaces it. Everything here happens inside a transaction of the writer.
 */
final class WholeTraceRows {
    private WholeTraceRows() {}

    /** The event that holds now; 0 if there is none. */
    static long current(Db db, Event.Key key) throws SQLException {
        PreparedStatement select = db.prepare("SELECT event FROM " + table(key));
        bind(select, 1, key);
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    static void project(Db db, Event event) throws SQLException {
        if (event.content() == null) {
            PreparedStatement delete = db.prepare("DELETE FROM " + table(event.key()));
            bind(delete, 1, event.key());
            delete.executeUpdate();
            return;
        }
        switch (event.key().step()) {
            case Event.WHOLE_TRACE -> putState(db, event);
            case Event.PREFERENCE -> putPreference(db, event);
            case Event.REVISION -> putRevision(db, event);
            default -> throw new IllegalArgumentException("Not about a whole trace.");
        }
    }

    /** The table of a key, and which of its rows. */
    private static String table(Event.Key key) {
        return switch (key.step()) {
            case Event.WHOLE_TRACE -> "trace_state WHERE trace = ? AND annotator = ? AND pass = ?";
            case Event.PREFERENCE -> "preference WHERE trace = ? AND annotator = ? AND other = ?";
            case Event.REVISION -> "revision WHERE trace = ?";
            default -> throw new IllegalArgumentException("Not about a whole trace.");
        };
    }

    private static void bind(PreparedStatement statement, int from, Event.Key key)
            throws SQLException {
        statement.setLong(from, key.trace());
        if (key.step() == Event.REVISION) {
            return;
        }
        statement.setString(from + 1, key.annotator());
        if (key.isState()) {
            statement.setString(from + 2, key.pass().name());
        } else {
            statement.setInt(from + 2, key.candidate());
        }
    }

    private static void putState(Db db, Event event) throws SQLException {
        PreparedStatement put =
                db.prepare(
                        "INSERT OR REPLACE INTO trace_state (trace, annotator, pass, state, event)"
                                + " VALUES (?, ?, ?, ?, ?)");
        put.setLong(1, event.key().trace());
        put.setString(2, event.key().annotator());
        put.setString(3, event.key().pass().name());
        put.setString(4, event.content().state());
        put.setLong(5, event.seq());
        put.executeUpdate();
    }

    private static void putPreference(Db db, Event event) throws SQLException {
        PreparedStatement put =
                db.prepare(
                        "INSERT OR REPLACE INTO preference (trace, other, annotator, choice, event)"
                                + " VALUES (?, ?, ?, ?, ?)");
        put.setLong(1, event.key().trace());
        put.setInt(2, event.key().candidate());
        put.setString(3, event.key().annotator());
        put.setString(4, event.content().state());
        put.setLong(5, event.seq());
        put.executeUpdate();
    }

    private static void putRevision(Db db, Event event) throws SQLException {
        PreparedStatement put =
                db.prepare(
                        "INSERT OR REPLACE INTO revision (trace, by_trace, event)"
                                + " SELECT ?, seq, ? FROM trace WHERE id = ?");
        put.setLong(1, event.key().trace());
        put.setLong(2, event.seq());
        put.setString(3, event.content().state());
        put.executeUpdate();
    }
}
