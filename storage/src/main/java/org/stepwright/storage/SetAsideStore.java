package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.stepwright.work.WorkFailed;

/**
 * Traces that lists, counts, exports and training leave out until somebody takes them back. What
 * was done is never forgotten; an undo is one more entry. Safe for many threads.
 */
public final class SetAsideStore {
    /** The longest reason, in characters. */
    public static final int MOST_REASON = 1_000;

    private final Database database;

    SetAsideStore(Database database) {
        this.database = database;
    }

    /**
     * Sets traces aside; those that are aside already stay as they are.
     *
     * @param traceIds the traces
     * @param reason why, for people
     * @param annotator who does it
     * @return the name of what was done, for {@link #undo}; empty when nothing changed
     * @throws WorkFailed when a trace is not there or the reason is too long; nothing was changed
     */
    public String setAside(List<String> traceIds, String reason, String annotator) {
        return change(traceIds, true, reason, annotator);
    }

    /**
     * Takes traces back; those that are not aside stay as they are.
     *
     * @param traceIds the traces
     * @param annotator who does it
     * @return the name of what was done, for {@link #undo}; empty when nothing changed
     * @throws WorkFailed when a trace is not there; nothing was changed
     */
    public String takeBack(List<String> traceIds, String annotator) {
        return change(traceIds, false, "", annotator);
    }

    /**
     * Turns round what was done at once, for those traces about which nobody did anything since.
     *
     * @param uid what {@link #setAside} or {@link #takeBack} gave
     * @param annotator who turns it round
     * @return the name of the undo, by which it can be turned round again; empty when nothing
     *     changed
     */
    public String undo(String uid, String annotator) {
        return database.write(
                Durability.EVERY_COMMIT,
                db -> {
                    Map<Long, Boolean> turned = new LinkedHashMap<>();
                    Map<Long, String> reasons = new HashMap<>();
                    PreparedStatement select =
                            db.prepare(
                                    "SELECT trace, aside, CASE WHEN aside = 1 THEN reason ELSE"
                                            + " coalesce((SELECT p.reason FROM set_aside p WHERE"
                                            + " p.trace = s.trace AND p.aside = 1 ORDER BY"
                                            + " p.written_at DESC, p.uid DESC LIMIT 1), '') END"
                                            + " FROM set_aside s WHERE uid = ?"
                                            + " AND uid = (SELECT uid FROM set_aside l WHERE"
                                            + " l.trace = s.trace ORDER BY written_at DESC, uid"
                                            + " DESC LIMIT 1) ORDER BY trace");
                    select.setString(1, uid);
                    try (ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            turned.put(row.getLong(1), row.getInt(2) == 0);
                            reasons.put(row.getLong(1), row.getString(3));
                        }
                    }
                    return append(db, turned, reasons, annotator);
                });
    }

    /**
     * @return how many traces are set aside
     */
    public long count() {
        return database.read(
                db -> {
                    try (ResultSet row = db.prepare("SELECT count(*) FROM aside").executeQuery()) {
                        return row.getLong(1);
                    }
                });
    }

    /**
     * @param offset how many to pass over
     * @param limit how many at most
     * @return what is set aside, the latest first
     */
    public List<SetAside> page(int offset, int limit) {
        return database.read(
                db -> {
                    PreparedStatement select =
                            db.prepare(
                                    "SELECT t.id, s.uid, s.reason, s.annotator, s.written_at FROM"
                                            + " aside a JOIN trace t ON t.seq = a.trace JOIN"
                                            + " set_aside s ON s.trace = a.trace AND s.uid ="
                                            + " (SELECT l.uid FROM set_aside l WHERE l.trace ="
                                            + " a.trace ORDER BY l.written_at DESC, l.uid DESC"
                                            + " LIMIT 1) ORDER BY s.written_at DESC, a.trace"
                                            + " LIMIT ? OFFSET ?");
                    select.setInt(1, limit);
                    select.setInt(2, offset);
                    List<SetAside> page = new ArrayList<>();
                    try (ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            page.add(
                                    new SetAside(
                                            row.getString(1),
                                            row.getString(2),
                                            row.getString(3),
                                            row.getString(4),
                                            Instant.parse(row.getString(5))));
                        }
                    }
                    return page;
                });
    }

    /**
     * @param traceId a trace
     * @return whether it is set aside
     */
    public boolean isAside(String traceId) {
        return database.read(
                db -> {
                    PreparedStatement select =
                            db.prepare(
                                    "SELECT 1 FROM aside a JOIN trace t ON t.seq = a.trace"
                                            + " WHERE t.id = ?");
                    select.setString(1, traceId);
                    try (ResultSet row = select.executeQuery()) {
                        return row.next();
                    }
                });
    }

    private String change(List<String> traceIds, boolean aside, String reason, String annotator) {
        if (reason.length() > MOST_REASON) {
            throw new WorkFailed(
                    "A reason has at most " + MOST_REASON + " characters; shorten it.");
        }
        List<String> given = List.copyOf(traceIds);
        return database.write(
                Durability.EVERY_COMMIT,
                db -> {
                    Map<Long, Boolean> wanted = new LinkedHashMap<>();
                    Map<Long, String> reasons = new HashMap<>();
                    for (String id : given) {
                        long trace = LabelChanges.requireTrace(db, id);
                        wanted.put(trace, aside);
                        reasons.put(trace, reason);
                    }
                    return append(db, wanted, reasons, annotator);
                });
    }

    private static String append(
            Db db, Map<Long, Boolean> wanted, Map<Long, String> reasons, String annotator)
            throws SQLException {
        String uid = UUID.randomUUID().toString();
        boolean changed = false;
        for (Map.Entry<Long, Boolean> each : wanted.entrySet()) {
            String reason = reasons.get(each.getKey());
            changed |= append(db, uid, each.getKey(), each.getValue(), reason, annotator);
        }
        return changed ? uid : "";
    }

    private static boolean append(
            Db db, String uid, long trace, boolean aside, String reason, String annotator)
            throws SQLException {
        PreparedStatement change =
                db.prepare(
                        aside
                                ? "INSERT OR IGNORE INTO aside (trace) VALUES (?)"
                                : "DELETE FROM aside WHERE trace = ?");
        change.setLong(1, trace);
        if (change.executeUpdate() == 0) {
            return false;
        }
        PreparedStatement insert =
                db.prepare(
                        "INSERT INTO set_aside (uid, trace, aside, reason, annotator, written_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?)");
        insert.setString(1, uid);
        insert.setLong(2, trace);
        insert.setInt(3, aside ? 1 : 0);
        insert.setString(4, reason);
        insert.setString(5, annotator);
        insert.setString(6, stamp(db, trace));
        insert.executeUpdate();
        return true;
    }

    /**
     * Now, but behind all that is known of the trace: a clock that was wrong must not win later.
     */
    private static String stamp(Db db, long trace) throws SQLException {
        String now = Stamps.write(Instant.now());
        PreparedStatement select =
                db.prepare("SELECT max(written_at) FROM set_aside WHERE trace = ?");
        select.setLong(1, trace);
        try (ResultSet row = select.executeQuery()) {
            String last = row.getString(1);
            return last == null || last.compareTo(now) < 0
                    ? now
                    : Stamps.write(Instant.parse(last).plusNanos(1));
        }
    }

    /** Makes the projection anew, from all that is known. */
    static void project(Db db) throws SQLException {
        db.execute("DELETE FROM aside");
        db.execute(
                "INSERT INTO aside (trace) SELECT trace FROM (SELECT trace, aside, row_number()"
                        + " OVER (PARTITION BY trace ORDER BY written_at DESC, uid DESC) AS place"
                        + " FROM set_aside) WHERE place = 1 AND aside = 1");
    }
}
