package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Statements of a merge: whole tables at a time, so that millions of rows need no memory. */
final class MergeSql {
    /** What an event is about. */
    static final String KEY = "trace, step, candidate, annotator, pass";

    private MergeSql() {}

    static long update(Db db, String sql, Object... values) throws SQLException {
        PreparedStatement statement = db.prepare(sql);
        bind(statement, values);
        return statement.executeLargeUpdate();
    }

    static long number(Db db, String sql, Object... values) throws SQLException {
        PreparedStatement statement = db.prepare(sql);
        bind(statement, values);
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    /** That two aliases name the same key. */
    static String sameKey(String a, String b) {
        return String.format(
                "%1$s.trace = %2$s.trace AND %1$s.step = %2$s.step"
                        + " AND %1$s.candidate = %2$s.candidate"
                        + " AND %1$s.annotator = %2$s.annotator AND %1$s.pass = %2$s.pass",
                a, b);
    }

    /** That two events, either of which may be missing, leave their key saying the same. */
    static String sameOutcome(String a, String b) {
        return String.format(
                "((%1$s.seq IS NULL OR %1$s.kind = 'CLEAR')"
                        + " = (%2$s.seq IS NULL OR %2$s.kind = 'CLEAR')"
                        + " AND (%1$s.verdict, %1$s.ratings, %1$s.error_kinds, %1$s.comment,"
                        + " %1$s.state, %1$s.correction, coalesce(%1$s.spark, 0),"
                        + " coalesce(%1$s.unsure, 0), coalesce(%1$s.rubric_version, ''))"
                        + " IS (%2$s.verdict, %2$s.ratings, %2$s.error_kinds, %2$s.comment,"
                        + " %2$s.state, %2$s.correction, coalesce(%2$s.spark, 0),"
                        + " coalesce(%2$s.unsure, 0), coalesce(%2$s.rubric_version, '')))",
                a, b);
    }
}
