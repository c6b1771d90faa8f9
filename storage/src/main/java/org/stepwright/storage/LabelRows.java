package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.stepwright.label.LabelPass;
import org.stepwright.label.LabelSource;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Verdict;

/** Reads current labels: the projection points at the event that holds the content. */
final class LabelRows {
    private static final String SELECT =
            "SELECT l.step, l.candidate, e.verdict, e.ratings, e.error_kinds, e.spark, e.unsure,"
                + " coalesce(e.comment, ''), l.annotator, e.labelled_at, e.rubric_version,"
                + " e.source, coalesce(e.correction, '') FROM label l JOIN label_event e ON e.seq ="
                + " l.event WHERE l.trace = ?";
    private static final String ORDER = " ORDER BY l.step, l.candidate, l.annotator";

    /**
     * Whose labels.
     *
     * @param annotator who; empty for everybody
     * @param passes in which passes; at least one
     */
    record Which(String annotator, Set<LabelPass> passes) {
        /** What counts as somebody's word on a trace: labels and decisions, no repeats. */
        static Which counting(String annotator) {
            return new Which(annotator, EnumSet.of(LabelPass.LABEL, LabelPass.DECISION));
        }

        private String passesSql() {
            return passes.stream()
                    .sorted()
                    .map(p -> "'" + p.name() + "'")
                    .collect(Collectors.joining(", "));
        }
    }

    private LabelRows() {}

    /**
     * Labels of one trace.
     *
     * @param which the annotator, or everybody's when that is empty; the passes
     */
    static List<StepLabel> of(Db db, long trace, String traceId, Which which) throws SQLException {
        boolean all = which.annotator.isEmpty();
        PreparedStatement select =
                db.prepare(
                        SELECT
                                + " AND l.pass IN ("
                                + which.passesSql()
                                + ")"
                                + (all ? "" : " AND l.annotator = ?")
                                + ORDER);
        select.setLong(1, trace);
        if (!all) {
            select.setString(2, which.annotator);
        }
        List<StepLabel> labels = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                labels.add(label(row, traceId));
            }
        }
        return labels;
    }

    /** The same by the trace's id; empty when there is no such trace. */
    static List<StepLabel> of(Db db, String traceId, Which which) throws SQLException {
        PreparedStatement select = db.prepare("SELECT seq FROM trace WHERE id = ?");
        select.setString(1, traceId);
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? of(db, row.getLong(1), traceId, which) : List.of();
        }
    }

    static TraceState state(Db db, String traceId, String annotator, LabelPass pass)
            throws SQLException {
        PreparedStatement select =
                db.prepare(
                        "SELECT s.state FROM trace_state s JOIN trace t ON t.seq = s.trace"
                                + " WHERE t.id = ? AND s.annotator = ? AND s.pass = ?");
        select.setString(1, traceId);
        select.setString(2, annotator);
        select.setString(3, pass.name());
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? TraceState.valueOf(row.getString(1)) : TraceState.OPEN;
        }
    }

    /** Everybody's states of one trace. */
    static List<Standing> standings(Db db, String traceId) throws SQLException {
        PreparedStatement select =
                db.prepare(
                        "SELECT s.annotator, s.pass, s.state FROM trace_state s"
                                + " JOIN trace t ON t.seq = s.trace"
                                + " WHERE t.id = ? ORDER BY s.annotator, s.pass");
        select.setString(1, traceId);
        List<Standing> standings = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                standings.add(
                        new Standing(
                                row.getString(1),
                                LabelPass.valueOf(row.getString(2)),
                                TraceState.valueOf(row.getString(3))));
            }
        }
        return standings;
    }

    /** Current labels under each rubric version. */
    static Map<String, Long> countByRubric(Db db) throws SQLException {
        PreparedStatement select =
                db.prepare(
                        "SELECT e.rubric_version, count(*) FROM label l"
                                + " JOIN label_event e ON e.seq = l.event"
                                + " WHERE e.rubric_version <> '' GROUP BY e.rubric_version");
        Map<String, Long> counts = new TreeMap<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                counts.put(row.getString(1), row.getLong(2));
            }
        }
        return counts;
    }

    private static StepLabel label(ResultSet row, String traceId) throws SQLException {
        String verdict = row.getString(3);
        return new StepLabel(
                traceId,
                row.getInt(1),
                row.getInt(2),
                verdict == null ? null : Verdict.valueOf(verdict),
                Json.ratings(row.getString(4)),
                Json.strings(row.getString(5)),
                row.getBoolean(6),
                row.getBoolean(7),
                row.getString(8),
                row.getString(9),
                Instant.parse(row.getString(10)),
                row.getString(11),
                LabelSource.valueOf(row.getString(12)),
                row.getString(13));
    }
}
