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

    /** Makes the index anew, empty, as the first migration does; whatever was in it is gone. */
    static void begin(Db db) throws SQLException {
        db.execute("DROP TABLE trace_words");
        db.execute(
                "CREATE VIRTUAL TABLE trace_words USING fts5(problem, steps, content = '',"
                        + " tokenize = 'unicode61 remove_diacritics 2')");
        db.execute("INSERT INTO trace_words (trace_words, rank) VALUES ('hashsize', 33554432)");
        db.execute("INSERT INTO trace_words (trace_words, rank) VALUES ('automerge', 0)");
    }

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
