package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.function.Consumer;
import org.stepwright.label.LabelMode;
import org.stepwright.label.LabelMoment;
import org.stepwright.label.LabelPass;
import org.stepwright.label.Verdict;

/** What people did to labels, one thing after the other. Safe for many threads. */
public final class LabelHistory {
    private static final String SELECT =
            "SELECT t.id, e.step, e.candidate, e.annotator, e.pass, e.verdict, e.spark,"
                    + " b.action, b.session, s.mode, b.accepted, b.millis, b.written_at"
                    + " FROM label_event e CROSS JOIN label_batch b ON b.seq = e.batch"
                    + " JOIN trace t ON t.seq = e.trace LEFT JOIN session s ON s.id = b.session"
                    + " WHERE b.action IN ('DO', 'UNDO', 'REDO') AND e.step >= 0"
                    + " AND b.written_at >= ?";

    private final Database database;

    LabelHistory(Database database) {
        this.database = database;
    }

    /**
     * Streams everything that people did to labels, in the order of its time; imports and merges
     * are nobody's doing and are left out.
     *
     * @param sink takes each moment, in the calling thread
     */
    public void moments(Consumer<LabelMoment> sink) {
        moments("", Instant.EPOCH, sink);
    }

    /**
     * Streams what one person did to labels, in the order of its time.
     *
     * @param annotator who; empty for everybody
     * @param from since when
     * @param sink takes each moment, in the calling thread
     */
    public void moments(String annotator, Instant from, Consumer<LabelMoment> sink) {
        database.read(
                db -> {
                    PreparedStatement select =
                            db.prepare(
                                    SELECT
                                            + (annotator.isEmpty() ? "" : " AND b.annotator = ?")
                                            + " ORDER BY b.written_at, b.uid, e.seq");
                    select.setString(1, Stamps.write(from));
                    if (!annotator.isEmpty()) {
                        select.setString(2, annotator);
                    }
                    try (ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            sink.accept(moment(row));
                        }
                    }
                    return null;
                });
    }

    private static LabelMoment moment(ResultSet row) throws SQLException {
        String verdict = row.getString(6);
        String mode = row.getString(10);
        long millis = row.getLong(12);
        boolean timed = !row.wasNull();
        return new LabelMoment(
                row.getString(1),
                row.getInt(2),
                row.getInt(3),
                row.getString(4),
                LabelPass.valueOf(row.getString(5)),
                verdict == null ? null : Verdict.valueOf(verdict),
                row.getBoolean(7),
                !row.getString(8).equals("DO"),
                row.getString(9),
                mode == null ? LabelMode.FREE : LabelMode.valueOf(mode),
                row.getString(11),
                timed ? millis : -1,
                Instant.parse(row.getString(13)));
    }
}
