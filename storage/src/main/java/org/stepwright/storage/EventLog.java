package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;

/**
 * Appends events and keeps the projections in step. Everything here happens inside a transaction of
 * the writer, so numbers are without gaps inside a batch.
 */
final class EventLog {
    static final String INSERT =
            "INSERT INTO label_event (seq, batch, action, kind, trace, step, candidate, annotator,"
                    + " verdict, ratings, error_kinds, spark, unsure, comment, rubric_version,"
                    + " source, state, labelled_at, written_at, prev)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    static final String PROJECT =
            "INSERT OR REPLACE INTO label (trace, step, candidate, annotator, verdict, event)"
                    + " VALUES (?, ?, ?, ?, ?, ?)";

    private EventLog() {}

    static long nextSeq(Db db) throws SQLException {
        try (ResultSet row =
                db.prepare("SELECT coalesce(max(seq), 0) + 1 FROM label_event").executeQuery()) {
            return row.getLong(1);
        }
    }

    /** The event that holds now; 0 if there is none. */
    static long current(Db db, Event.Key key) throws SQLException {
        PreparedStatement select =
                db.prepare(
                        key.isState()
                                ? "SELECT event FROM trace_state WHERE trace = ? AND annotator = ?"
                                : "SELECT event FROM label WHERE trace = ? AND annotator = ?"
                                        + " AND step = ? AND candidate = ?");
        select.setLong(1, key.trace());
        select.setString(2, key.annotator());
        if (!key.isState()) {
            select.setInt(3, key.step());
            select.setInt(4, key.candidate());
        }
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    static void append(Db db, Event event) throws SQLException {
        PreparedStatement insert = db.prepare(INSERT);
        bind(insert, event);
        insert.executeUpdate();
        project(db, event);
    }

    static void bind(PreparedStatement insert, Event event) throws SQLException {
        insert.setLong(1, event.seq());
        insert.setLong(2, event.batch());
        insert.setString(3, event.action().name());
        insert.setString(4, event.kind());
        insert.setLong(5, event.key().trace());
        insert.setInt(6, event.key().step());
        insert.setInt(7, event.key().candidate());
        insert.setString(8, event.key().annotator());
        bind(insert, event.content());
        insert.setString(19, event.writtenAt());
        if (event.prev() == 0) {
            insert.setNull(20, Types.INTEGER);
        } else {
            insert.setLong(20, event.prev());
        }
    }

    private static void bind(PreparedStatement insert, Event.Content content) throws SQLException {
        boolean some = content != null;
        insert.setString(9, some ? content.verdict() : null);
        insert.setString(10, some ? content.ratings() : null);
        insert.setString(11, some ? content.errorKinds() : null);
        insert.setInt(12, some && content.spark() ? 1 : 0);
        insert.setInt(13, some && content.unsure() ? 1 : 0);
        insert.setString(14, some ? content.comment() : "");
        insert.setString(15, some ? content.rubricVersion() : "");
        insert.setString(16, some ? content.source() : null);
        insert.setString(17, some ? content.state() : null);
        insert.setString(18, some ? content.labelledAt() : null);
    }

    private static void project(Db db, Event event) throws SQLException {
        if (event.key().isState()) {
            projectState(db, event);
        } else if (event.content() == null) {
            projectClear(db, event.key());
        } else {
            PreparedStatement put = db.prepare(PROJECT);
            bindProjection(put, event);
            put.executeUpdate();
        }
    }

    static void bindProjection(PreparedStatement put, Event event) throws SQLException {
        put.setLong(1, event.key().trace());
        put.setInt(2, event.key().step());
        put.setInt(3, event.key().candidate());
        put.setString(4, event.key().annotator());
        put.setString(5, event.content().verdict());
        put.setLong(6, event.seq());
    }

    private static void projectState(Db db, Event event) throws SQLException {
        PreparedStatement put =
                db.prepare(
                        "INSERT OR REPLACE INTO trace_state (trace, annotator, state, event)"
                                + " VALUES (?, ?, ?, ?)");
        put.setLong(1, event.key().trace());
        put.setString(2, event.key().annotator());
        put.setString(3, event.content().state());
        put.setLong(4, event.seq());
        put.executeUpdate();
    }

    private static void projectClear(Db db, Event.Key key) throws SQLException {
        PreparedStatement delete =
                db.prepare(
                        "DELETE FROM label WHERE trace = ? AND step = ? AND candidate = ?"
                                + " AND annotator = ?");
        delete.setLong(1, key.trace());
        delete.setInt(2, key.step());
        delete.setInt(3, key.candidate());
        delete.setString(4, key.annotator());
        delete.executeUpdate();
    }

    /** The events of a batch, the last one first. */
    static List<Event> batchBackwards(Db db, long batch, int size) throws SQLException {
        return select(db, "WHERE seq >= ? AND seq < ? ORDER BY seq DESC", batch, batch + size);
    }

    static Event find(Db db, long seq) throws SQLException {
        return select(db, "WHERE seq >= ? AND seq <= ?", seq, seq).get(0);
    }

    private static List<Event> select(Db db, String which, long from, long to) throws SQLException {
        PreparedStatement select =
                db.prepare(
                        "SELECT seq, batch, action, kind, trace, step, candidate, annotator,"
                                + " verdict, ratings, error_kinds, spark, unsure, comment,"
                                + " rubric_version, source, state, labelled_at, written_at, prev"
                                + " FROM label_event "
                                + which);
        select.setLong(1, from);
        select.setLong(2, to);
        List<Event> events = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                events.add(event(row));
            }
        }
        return events;
    }

    private static Event event(ResultSet row) throws SQLException {
        return new Event(
                row.getLong(1),
                row.getLong(2),
                LabelEvent.Action.valueOf(row.getString(3)),
                new Event.Key(row.getLong(5), row.getInt(6), row.getInt(7), row.getString(8)),
                row.getString(4).equals("CLEAR") ? null : content(row),
                row.getString(19),
                row.getLong(20));
    }

    private static Event.Content content(ResultSet row) throws SQLException {
        return new Event.Content(
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getBoolean(12),
                row.getBoolean(13),
                row.getString(14),
                row.getString(15),
                row.getString(16),
                row.getString(17),
                row.getString(18));
    }
}
