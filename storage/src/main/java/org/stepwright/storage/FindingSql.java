package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.stepwright.audit.AuditFinding;
import org.stepwright.audit.FindingKind;

/**
 * Findings of the last audit as SQL, with what became of each.
 *
 * @param where the conditions
 * @param values of the conditions' question marks
 * @param byStrength whether the strongest comes first
 */
record FindingSql(String where, List<Object> values, boolean byStrength) {
    /** The last audit that was finished. */
    static final String LAST = "(SELECT max(seq) FROM audit_run WHERE summary <> '')";

    /** A decision settles what was found about labels; the trace of the finding has to have it. */
    private static final String STATE =
            "CASE WHEN EXISTS (SELECT 1 FROM audit_dismissed d WHERE d.mark = f.mark)"
                    + " THEN 'DISMISSED'"
                    + " WHEN EXISTS (SELECT 1 FROM aside a JOIN trace t ON t.seq = a.trace"
                    + " WHERE t.id IN (f.trace_id, f.other)) THEN 'ASIDE'"
                    + " WHEN f.kind IN ('LABEL_ERROR', 'LABEL_CONFLICT') AND EXISTS"
                    + " (SELECT 1 FROM trace t JOIN label l ON l.trace = t.seq"
                    + " WHERE t.id = f.trace_id AND l.step = f.step AND l.candidate = 0"
                    + " AND l.pass = 'DECISION' AND l.verdict IS NOT NULL) THEN 'DECIDED'"
                    + " WHEN f.kind IN ('LABEL_ERROR', 'LABEL_CONFLICT') AND EXISTS"
                    + " (SELECT 1 FROM trace t JOIN trace_state s ON s.trace = t.seq"
                    + " WHERE t.id = f.trace_id AND s.pass = 'LABEL' AND s.state = 'GAVE_UP')"
                    + " THEN 'REVIEW' ELSE 'OPEN' END";

    static FindingSql of(FindingFilter filter) {
        StringBuilder where = new StringBuilder("f.run = ").append(LAST);
        List<Object> values = new ArrayList<>();
        if (filter.kind() != null) {
            where.append(" AND f.kind = ?");
            values.add(filter.kind().name());
        }
        if (filter.strength() > 0) {
            where.append(" AND f.strength >= ?");
            values.add(filter.strength());
        }
        if (!filter.text().isBlank()) {
            where.append(
                    " AND f.message || ' ' || f.trace_id || ' ' || f.other LIKE ? ESCAPE '\\'");
            values.add("%" + filter.text().strip().replaceAll("([%_\\\\])", "\\\\$1") + "%");
        }
        if (filter.openOnly()) {
            where.append(" AND ").append(STATE).append(" = 'OPEN'");
        }
        return new FindingSql(where.toString(), List.copyOf(values), filter.kind() != null);
    }

    /** All rows, in no order. */
    String rows() {
        return "SELECT f.ordinal, f.kind, f.trace_id, f.step, f.other, f.strength, f.message,"
                + " f.mark, "
                + STATE
                + " AS state FROM audit_finding f WHERE "
                + where;
    }

    String order() {
        return byStrength ? " ORDER BY f.strength DESC, f.ordinal" : " ORDER BY f.ordinal";
    }

    /** Fills in the values; gives the next free place. */
    int bind(PreparedStatement statement, int from) throws SQLException {
        int at = from;
        for (Object value : values) {
            statement.setObject(at++, value);
        }
        return at;
    }

    static StoredFinding finding(ResultSet row) throws SQLException {
        return new StoredFinding(
                row.getLong(1),
                new AuditFinding(
                        FindingKind.valueOf(row.getString(2)),
                        row.getString(3),
                        row.getInt(4),
                        row.getString(5),
                        row.getDouble(6),
                        row.getString(7)),
                row.getString(8),
                FindingState.valueOf(row.getString(9)));
    }
}
