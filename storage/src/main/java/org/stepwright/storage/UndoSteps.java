package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * Undo and redo. Both append the inverse of the events that made an undo step what it is: undo of
 * what was done or redone, redo of what was undone.
 */
final class UndoSteps {
    private static final long ANY = -1;

    private UndoSteps() {}

    /** A new change: it can be undone, and what was undone before is forgotten. */
    static void did(Db db, String annotator, long batch, int size) throws SQLException {
        PreparedStatement forget =
                db.prepare("DELETE FROM undo_step WHERE annotator = ? AND undone = 1");
        forget.setString(1, annotator);
        forget.executeUpdate();
        insert(db, annotator, batch, false, batch, size);
    }

    static Optional<Undone> undo(Db db, String annotator) throws SQLException {
        return turn(db, annotator, false, ANY);
    }

    static Optional<Undone> redo(Db db, String annotator) throws SQLException {
        return turn(db, annotator, true, ANY);
    }

    /** Only when that group is the one whose turn it is. */
    static Optional<Undone> turnOnly(Db db, String annotator, boolean undone, long group)
            throws SQLException {
        return turn(db, annotator, undone, group);
    }

    static boolean isThere(Db db, String annotator, boolean undone, long group)
            throws SQLException {
        PreparedStatement select =
                db.prepare(
                        "SELECT 1 FROM undo_step WHERE annotator = ? AND undone = ? AND grp = ?");
        select.setString(1, annotator);
        select.setInt(2, undone ? 1 : 0);
        select.setLong(3, group);
        try (ResultSet row = select.executeQuery()) {
            return row.next();
        }
    }

    static int depth(Db db, String annotator, boolean undone) throws SQLException {
        PreparedStatement select =
                db.prepare("SELECT count(*) FROM undo_step WHERE annotator = ? AND undone = ?");
        select.setString(1, annotator);
        select.setInt(2, undone ? 1 : 0);
        try (ResultSet row = select.executeQuery()) {
            return row.getInt(1);
        }
    }

    private static Optional<Undone> turn(Db db, String annotator, boolean undone, long only)
            throws SQLException {
        // The last change that is not undone, or the first of those that are.
        PreparedStatement select =
                db.prepare(
                        "SELECT grp, last_batch, last_size FROM undo_step WHERE annotator = ?"
                                + " AND undone = ? ORDER BY grp "
                                + (undone ? "ASC" : "DESC")
                                + " LIMIT 1");
        select.setString(1, annotator);
        select.setInt(2, undone ? 1 : 0);
        long group;
        List<Event> done;
        try (ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            group = row.getLong(1);
            if (only != ANY && only != group) {
                return Optional.empty();
            }
            done = EventLog.batchBackwards(db, row.getLong(2), row.getInt(3));
        }
        LabelEvent.Action action = undone ? LabelEvent.Action.REDO : LabelEvent.Action.UNDO;
        boolean kept = Revisions.othersWentOn(db, done, annotator);
        long batch = invert(db, done, action, annotator, kept);
        delete(db, annotator, group, undone);
        insert(db, annotator, group, !undone, batch, done.size());
        // Undo wrote the group backwards, redo forwards again: the group's first event.
        Event first = done.get(undone ? 0 : done.size() - 1);
        Event.Key key = first.key();
        return Optional.of(
                new Undone(
                        Revisions.head(db, traceId(db, key.trace())),
                        Math.max(-1, key.step()),
                        key.step() < 0 ? 0 : key.candidate(),
                        key.pass(),
                        key.step() == Event.PREFERENCE,
                        kept,
                        depth(db, annotator, undone)));
    }

    /**
     * @param kept whether everything stays as it is: then the inverse says what holds anyway, so
     *     that the step is undone for the history and nothing changes
     */
    private static long invert(
            Db db, List<Event> done, LabelEvent.Action action, String annotator, boolean kept)
            throws SQLException {
        long batch = EventLog.nextSeq(db);
        Batches.begin(db, batch, action, annotator, Act.NONE);
        long seq = batch;
        for (Event event : done) {
            long current = EventLog.current(db, event.key());
            Event.Content content = kept ? content(db, current) : before(db, event);
            EventLog.append(db, new Event(seq++, batch, event.key(), content, current));
        }
        return batch;
    }

    private static Event.Content content(Db db, long event) throws SQLException {
        return event == 0 ? null : EventLog.find(db, event).content();
    }

    /** What held before an event. */
    static Event.Content before(Db db, Event event) throws SQLException {
        if (event.prev() != 0) {
            return EventLog.find(db, event.prev()).content();
        }
        return event.key().isState() ? Event.Content.of(TraceState.OPEN, "") : null;
    }

    private static void insert(
            Db db, String annotator, long group, boolean undone, long batch, int size)
            throws SQLException {
        PreparedStatement insert =
                db.prepare(
                        "INSERT INTO undo_step (annotator, grp, undone, last_batch, last_size)"
                                + " VALUES (?, ?, ?, ?, ?)");
        insert.setString(1, annotator);
        insert.setLong(2, group);
        insert.setInt(3, undone ? 1 : 0);
        insert.setLong(4, batch);
        insert.setInt(5, size);
        insert.executeUpdate();
    }

    private static void delete(Db db, String annotator, long group, boolean undone)
            throws SQLException {
        PreparedStatement delete =
                db.prepare("DELETE FROM undo_step WHERE annotator = ? AND undone = ? AND grp = ?");
        delete.setString(1, annotator);
        delete.setInt(2, undone ? 1 : 0);
        delete.setLong(3, group);
        delete.executeUpdate();
    }

    private static String traceId(Db db, long trace) throws SQLException {
        PreparedStatement select = db.prepare("SELECT id FROM trace WHERE seq = ?");
        select.setLong(1, trace);
        try (ResultSet row = select.executeQuery()) {
            return row.getString(1);
        }
    }
}
