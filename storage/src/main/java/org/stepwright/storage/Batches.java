package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.UUID;

/** Batches of the history: what was written together, by whom, in which session. */
final class Batches {
    private Batches() {}

    /**
     * Says why and when the events that follow are written.
     *
     * @param annotator who acts; empty for nobody
     * @return when: now, or just after the latest batch that is known where that is later. So a
     *     change always counts as later than what was there when it was made, whatever the clocks
     *     of the machines say whose workspaces were merged (Kulkarni et al. 2014, "Logical Physical
     *     Clocks")
     */
    static Instant begin(Db db, long batch, LabelEvent.Action action, String annotator, Act act)
            throws SQLException {
        Instant at = afterAllKnown(db, Instant.now());
        PreparedStatement insert =
                db.prepare(
                        "INSERT INTO label_batch (seq, uid, action, written_at, annotator, session,"
                                + " millis, accepted, merged) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0)");
        insert.setLong(1, batch);
        insert.setString(2, UUID.randomUUID().toString());
        insert.setString(3, action.name());
        insert.setString(4, Stamps.write(at));
        insert.setString(5, annotator);
        insert.setString(6, act.session());
        if (act.millis() < 0) {
            insert.setNull(7, Types.INTEGER);
        } else {
            insert.setLong(7, act.millis());
        }
        insert.setString(8, act.accepted());
        insert.executeUpdate();
        return at;
    }

    private static Instant afterAllKnown(Db db, Instant now) throws SQLException {
        try (ResultSet row = db.prepare("SELECT max(written_at) FROM label_batch").executeQuery()) {
            String latest = row.getString(1);
            if (latest == null || Stamps.write(now).compareTo(latest) > 0) {
                return now;
            }
            return Instant.parse(latest).plusNanos(1);
        }
    }
}
