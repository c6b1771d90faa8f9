package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Appends events and keeps the projections in step. Everything here happens inside a transaction of
 * the writer, so numbers are without gaps inside a batch.
 */
final class EventLog {
    /** An event of a label that is only a verdict; the same columns begin every other event. */
    private static final String PLAIN_COLUMNS =
            "seq, batch, kind, trace, step, candidate, annotator, prev, verdict, source,"
                    + " rubric_version, labelled_at";

    private static final String ALL_COLUMNS =
            PLAIN_COLUMNS + ", ratings, error_kinds, spark, unsure, comment, state";

    static final String INSERT_PLAIN =
            "INSERT INTO label_event ("
                    + PLAIN_COLUMNS
                    + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String INSERT =
            "INSERT INTO label_event ("
                    + ALL_COLUMNS
                    + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String PROJECT =
            " INTO label (trace, step, candidate, annotator, verdict, event)"
                    + " SELECT trace, step, candidate, annotator, verdict, seq FROM label_event"
                    + " WHERE seq >= ? AND seq < ? AND kind = 'LABEL'";

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

    /** Says why and when the events that follow are written. */
    static void begin(Db db, long batch, LabelEvent.Action action, Instant at) throws SQLException {
        PreparedStatement insert =
                db.prepare("INSERT INTO label_batch (seq, action, written_at) VALUES (?, ?, ?)");
        insert.setLong(1, batch);
        insert.setString(2, action.name());
        insert.setString(3, at.toString());
        insert.executeUpdate();
    }

    static void append(Db db, Event event) throws SQLException {
        insert(db, event);
        project(db, event);
    }

    /** Writes an event and leaves the projection to the caller. */
    static void insert(Db db, Event event) throws SQLException {
        PreparedStatement insert = db.prepare(INSERT);
        bindPlain(insert, event);
        bindRest(insert, event.content());
        insert.executeUpdate();
    }

    static void bindPlain(PreparedStatement insert, Event event) throws SQLException {
        Event.Key key = event.key();
        Event.Content content = event.content();
        insert.setLong(1, event.seq());
        insert.setLong(2, event.batch());
        insert.setString(3, event.kind());
        insert.setLong(4, key.trace());
        insert.setInt(5, key.step());
        insert.setInt(6, key.candidate());
        insert.setString(7, key.annotator());
        if (event.prev() == 0) {
            insert.setNull(8, Types.INTEGER);
        } else {
            insert.setLong(8, event.prev());
        }
        insert.setString(9, content == null ? null : content.verdict());
        insert.setString(10, content == null ? null : content.source());
        insert.setString(11, content == null ? null : content.rubricVersion());
        insert.setString(12, content == null ? null : content.labelledAt());
    }

    private static void bindRest(PreparedStatement insert, Event.Content content)
            throws SQLException {
        boolean some = content != null;
        insert.setString(13, some ? content.ratings() : null);
        insert.setString(14, some ? content.errorKinds() : null);
        insert.setInt(15, some && content.spark() ? 1 : 0);
        insert.setInt(16, some && content.unsure() ? 1 : 0);
        insert.setString(17, some && !content.comment().isEmpty() ? content.comment() : null);
        insert.setString(18, some ? content.state() : null);
    }

    /** Projects the labels of an import at once; there was nothing in their places. */
    static void projectNew(Db db, long batch, long end) throws SQLException {
        project(db, "INSERT" + PROJECT, batch, end);
    }

    private static void project(Db db, String sql, long from, long end) throws SQLException {
        PreparedStatement project = db.prepare(sql);
        project.setLong(1, from);
        project.setLong(2, end);
        project.executeUpdate();
    }

    private static void project(Db db, Event event) throws SQLException {
        if (event.key().isState()) {
            projectState(db, event);
        } else if (event.content() == null) {
            projectClear(db, event.key());
        } else {
            project(db, "INSERT OR REPLACE" + PROJECT, event.seq(), event.seq() + 1);
        }
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
                db.prepare("SELECT " + ALL_COLUMNS + " FROM label_event " + which);
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
                new Event.Key(row.getLong(4), row.getInt(5), row.getInt(6), row.getString(7)),
                row.getString(3).equals("CLEAR") ? null : content(row),
                row.getLong(8));
    }

    private static Event.Content content(ResultSet row) throws SQLException {
        String comment = row.getString(17);
        return new Event.Content(
                row.getString(9),
                row.getString(13),
                row.getString(14),
                row.getBoolean(15),
                row.getBoolean(16),
                comment == null ? "" : comment,
                row.getString(11),
                row.getString(10),
                row.getString(18),
                row.getString(12));
    }
}
