package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.stepwright.label.RandomSlice;

/**
 * Remembers where each trace's problem stands for the random slice, behind the imports like the
 * search index: normalising a hundred thousand problems at each question would take seconds.
 */
final class SlicePlaces {
    /** Few enough that a label never waits long behind one transaction. */
    private static final int CHUNK = 250;

    private static final String LAST = "(SELECT coalesce(max(trace), 0) FROM slice_place)";

    private SlicePlaces() {}

    /** Places the next traces; gives back whether there may be more. */
    static boolean advance(Db db) throws SQLException {
        PreparedStatement select =
                db.prepare(
                        "SELECT seq, problem FROM trace WHERE seq > "
                                + LAST
                                + " ORDER BY seq LIMIT ?");
        select.setInt(1, CHUNK);
        PreparedStatement insert =
                db.prepare("INSERT INTO slice_place (trace, place) VALUES (?, ?)");
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                insert.setLong(1, row.getLong(1));
                insert.setDouble(2, RandomSlice.place(row.getString(2)));
                insert.addBatch();
            }
            insert.executeBatch();
        } finally {
            insert.clearBatch();
        }
        return isBehind(db);
    }

    static boolean isBehind(Db db) throws SQLException {
        try (ResultSet row =
                db.prepare("SELECT coalesce(max(seq), 0) > " + LAST + " FROM trace")
                        .executeQuery()) {
            return row.getBoolean(1);
        }
    }

    /** Brings the places up to date, one short transaction after the other. */
    static void catchUp(Database database) {
        boolean behind = database.read(SlicePlaces::isBehind);
        while (behind) {
            behind = database.write(Durability.SOON, SlicePlaces::advance);
        }
    }
}
