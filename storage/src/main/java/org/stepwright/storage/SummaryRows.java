package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.stepwright.trace.Gist;

/** Reads traces for lists. */
final class SummaryRows {
    /** States in which somebody's labels of a trace {@code s} are all there will be. */
    static final String DONE = "s.pass = 'LABEL' AND s.state IN ('SUBMITTED', 'BAD_PROBLEM')";

    private static final int PROBLEM_HEAD = 300;
    private static final int WHO = 4;

    private SummaryRows() {}

    /**
     * @param walk what is walked, with {@code trace t} in it
     * @param place the SQL of a trace's place in it
     * @param query which traces
     * @param annotator whose labels and state are shown
     */
    static List<TraceSummary> page(
            Db db,
            String walk,
            String place,
            TraceQuery query,
            String annotator,
            int offset,
            int limit)
            throws SQLException {
        PreparedStatement select = db.prepare(sql(walk, place, query));
        for (int i = 1; i <= WHO; i++) {
            select.setString(i, annotator);
        }
        int next = query.bind(select, WHO + 1);
        select.setInt(next, limit);
        select.setInt(next + 1, offset);
        List<TraceSummary> page = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                page.add(summary(row));
            }
        }
        return page;
    }

    private static String sql(String walk, String place, TraceQuery query) {
        String mine =
                " FROM label l WHERE l.trace = p.seq AND l.candidate = 0 AND l.annotator = ?"
                        + " AND l.pass = 'LABEL'";
        return "SELECT p.id, substr(p.problem, 1, "
                + PROBLEM_HEAD
                + "), p.step_count, p.source, p.generator,"
                + " (SELECT count(*)"
                + mine
                + " AND l.verdict IS NOT NULL),"
                + " (SELECT min(l.step)"
                + mine
                + " AND l.verdict = 'WRONG'),"
                + " (SELECT s.state FROM trace_state s WHERE s.trace = p.seq AND s.annotator = ?"
                + " AND s.pass = 'LABEL'),"
                + " substr(p.problem, -"
                + Gist.TAIL
                + "), (SELECT count(*) FROM trace_state s WHERE s.trace = p.seq"
                + " AND s.annotator <> ? AND "
                + DONE
                + ") FROM (SELECT t.*, "
                + place
                + " AS place FROM "
                + walk
                + " WHERE "
                + query.where()
                + " ORDER BY "
                + place
                + " LIMIT ? OFFSET ?) p ORDER BY p.place";
    }

    private static TraceSummary summary(ResultSet row) throws SQLException {
        int steps = row.getInt(3);
        int labelled = row.getInt(6);
        int wrong = row.getInt(7);
        boolean noneWrong = row.wasNull();
        String state = row.getString(8);
        boolean whole = steps > 0 && labelled == steps;
        return new TraceSummary(
                row.getString(1),
                Gist.of(row.getString(2), row.getString(9)),
                steps,
                labelled,
                state == null ? TraceState.OPEN : TraceState.valueOf(state),
                noneWrong ? (whole ? -1 : -2) : wrong,
                row.getString(4),
                row.getString(5),
                row.getInt(10));
    }
}
