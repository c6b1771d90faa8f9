package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.stepwright.label.LabelPass;

/**
 * Appends events and keeps the projections in step. Everything here happens inside a transaction of
 * the writer, so numbers are without gaps inside a batch.
 */
final class EventLog {
    /** An event of a label that is only a verdict; the same columns begin every other event. */
    private static final String PLAIN_COLUMNS =
            "seq, batch, kind, trace, step, candidate, annotator, pass, prev, verdict, source,"
                    + " rubric_version, labelled_at";

    private static final String ALL_COLUMNS =
            PLAIN_COLUMNS + ", ratings, error_kinds, spark, unsure, comment, state, correction";

    static final String INSERT_PLAIN =
            "INSERT INTO label_event ("
                    + PLAIN_COLUMNS
                    + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String INSERT =
            "INSERT INTO label_event ("
                    + ALL_COLUMNS
                    + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final String PROJECT =
            " INTO label (trace, step, candidate, annotator, pass, verdict, event)"
                    + " SELECT trace, step, candidate, annotator, pass, verdict, seq FROM"
                    + " label_event"
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
        return key.isLabel() ? currentLabel(db, key) : WholeTraceRows.current(db, key);
    }

    private static long currentLabel(Db db, Event.Key key) throws SQLException {
        PreparedStatement select =
                db.prepare(
                        "SELECT event FROM label WHERE trace = ? AND annotator = ? AND pass = ?"
                                + " AND step = ? AND candidate = ?");
        select.setLong(1, key.trace());
        select.setString(2, key.annotator());
        select.setString(3, key.pass().name());
        select.setInt(4, key.step());
        select.setInt(5, key.candidate());
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
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
        insert.setString(8, key.pass().name());
        if (event.prev() == 0) {
            insert.setNull(9, Types.INTEGER);
        } else {
            insert.setLong(9, event.prev());
        }
        insert.setString(10, content == null ? null : content.verdict());
        insert.setString(11, content == null ? null : content.source());
        insert.setString(12, content == null ? null : content.rubricVersion());
        insert.setString(13, content == null ? null : content.labelledAt());
    }

    private static void bindRest(PreparedStatement insert, Event.Content content)
            throws SQLException {
        boolean some = content != null;
        insert.setString(14, some ? content.ratings() : null);
        insert.setString(15, some ? content.errorKinds() : null);
        insert.setInt(16, some && content.spark() ? 1 : 0);
        insert.setInt(17, some && content.unsure() ? 1 : 0);
        insert.setString(18, some ? unlessEmpty(content.comment()) : null);
        insert.setString(19, some ? content.state() : null);
        insert.setString(20, some ? unlessEmpty(content.correction()) : null);
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
        if (!event.key().isLabel()) {
            WholeTraceRows.project(db, event);
        } else if (event.content() == null) {
            projectClear(db, event.key());
        } else {
            project(db, "INSERT OR REPLACE" + PROJECT, event.seq(), event.seq() + 1);
        }
    }

    private static void projectClear(Db db, Event.Key key) throws SQLException {
        PreparedStatement delete =
                db.prepare(
                        "DELETE FROM label WHERE trace = ? AND step = ? AND candidate = ?"
                                + " AND annotator = ? AND pass = ?");
        delete.setLong(1, key.trace());
        delete.setInt(2, key.step());
        delete.setInt(3, key.candidate());
        delete.setString(4, key.annotator());
        delete.setString(5, key.pass().name());
        delete.executeUpdate();
    }

    /** The events of a batch, the last one first. */
    static List<Event> batchBackwards(Db db, long batch, int size) throws SQLException {
        return select(db, "WHERE seq >= ? AND seq < ? ORDER BY seq DESC", batch, batch + size);
    }

    static Event find(Db db, long seq) throws SQLException {
        return select(db, "WHERE seq >= ? AND seq <= ?", seq, seq).get(0);
    }

    /** Streams the events after one, in order. */
    static void forEach(Db db, long after, Consumer<Event> sink) throws SQLException {
        PreparedStatement select =
                db.prepare(
                        "SELECT " + ALL_COLUMNS + " FROM label_event WHERE seq > ? ORDER BY seq");
        select.setLong(1, after);
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                sink.accept(event(row));
            }
        }
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
                new Event.Key(
                        row.getLong(4),
                        row.getInt(5),
                        row.getInt(6),
                        row.getString(7),
                        LabelPass.valueOf(row.getString(8))),
                row.getString(3).equals("CLEAR") ? null : content(row),
                row.getLong(9));
    }

    private static Event.Content content(ResultSet row) throws SQLException {
        return new Event.Content(
                row.getString(10),
                row.getString(14),
                row.getString(15),
                row.getBoolean(16),
                row.getBoolean(17),
                orEmpty(row.getString(18)),
                row.getString(12),
                row.getString(11),
                row.getString(19),
                row.getString(13),
                orEmpty(row.getString(20)));
    }

    private static String unlessEmpty(String text) {
        return text.isEmpty() ? null : text;
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
