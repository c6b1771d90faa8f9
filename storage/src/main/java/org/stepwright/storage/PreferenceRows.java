package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.stepwright.label.Preference;

/** Reads current preferences. */
final class PreferenceRows {
    private static final String SELECT =
            "SELECT a.id, b.id, p.choice, coalesce(e.comment, ''), p.annotator, h.written_at"
                    + " FROM preference p JOIN trace a ON a.seq = p.trace"
                    + " JOIN trace b ON b.seq = p.other JOIN label_event e ON e.seq = p.event"
                    + " JOIN label_batch h ON h.seq = e.batch";

    private PreferenceRows() {}

    static List<Preference> all(Db db) throws SQLException {
        return read(db.prepare(SELECT + " ORDER BY a.id, b.id, p.annotator"));
    }

    static List<Preference> of(Db db, String traceId) throws SQLException {
        PreparedStatement select =
                db.prepare(SELECT + " WHERE a.id = ? OR b.id = ? ORDER BY a.id, b.id, p.annotator");
        select.setString(1, traceId);
        select.setString(2, traceId);
        return read(select);
    }

    private static List<Preference> read(PreparedStatement select) throws SQLException {
        List<Preference> preferences = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                preferences.add(
                        new Preference(
                                row.getString(1),
                                row.getString(2),
                                Preference.Choice.valueOf(row.getString(3)),
                                row.getString(4),
                                row.getString(5),
                                Instant.parse(row.getString(6))));
            }
        }
        return preferences;
    }
}
