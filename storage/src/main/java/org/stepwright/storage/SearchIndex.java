package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Fills the search index behind the imports. Indexing costs about as much as storing, so it waits
 * until the writer has nothing else to do, or until somebody searches.
 */
final class SearchIndex {
    /** Few enough that a label never waits long behind one transaction. */
    private static final int CHUNK = 1_000;

    private static final String LAST = "(SELECT coalesce(max(id), 0) FROM trace_words_docsize)";

    private SearchIndex() {}

    /** Indexes the next traces; gives back whether there may be more. */
    static boolean advance(Db db) throws SQLException {
        PreparedStatement words =
                db.prepare(
                        "INSERT INTO trace_words (rowid, problem, steps)"
                                + " SELECT t.seq, t.problem, (SELECT group_concat(s.text, char(10))"
                                + " FROM step s WHERE s.trace = t.seq)"
                                + " FROM trace t WHERE t.seq > "
                                + LAST
                                + " ORDER BY t.seq LIMIT ?");
        words.setInt(1, CHUNK);
        words.executeUpdate();
        return isBehind(db);
    }

    static boolean isBehind(Db db) throws SQLException {
        try (ResultSet row =
                db.prepare("SELECT coalesce(max(seq), 0) > " + LAST + " FROM trace")
                        .executeQuery()) {
            return row.getBoolean(1);
        }
    }

    /** Brings the index up to date, one short transaction after the other. */
    static void catchUp(Database database) {
        boolean behind = database.read(SearchIndex::isBehind);
        while (behind) {
            behind = database.write(Durability.SOON, SearchIndex::advance);
        }
    }
}
