package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.stepwright.trace.Outcome;
import org.stepwright.trace.Step;
import org.stepwright.trace.StepKind;
import org.stepwright.trace.Trace;

/** Reads traces and steps from rows. */
final class TraceRows {
    /** The columns that {@link #trace} reads, of {@code trace t}. */
    static final String COLUMNS = "t.seq, t.id, t.problem, t.outcome, t.reference, t.metadata";

    private TraceRows() {}

    static Trace trace(Db db, ResultSet row) throws SQLException {
        return new Trace(
                row.getString(2),
                row.getString(3),
                steps(db, row.getLong(1)),
                Outcome.valueOf(row.getString(4)),
                row.getString(5),
                Json.facts(row.getString(6)));
    }

    static List<Step> steps(Db db, long trace) throws SQLException {
        PreparedStatement select =
                db.prepare(
                        "SELECT text, kind, context, alternatives FROM step WHERE trace = ?"
                                + " ORDER BY position");
        select.setLong(1, trace);
        List<Step> steps = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                steps.add(
                        new Step(
                                row.getString(1),
                                StepKind.valueOf(row.getString(2)),
                                row.getString(3),
                                Json.strings(row.getString(4))));
            }
        }
        return steps;
    }
}
