package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The WHERE clause of a filter over {@code trace t}.
 *
 * @param where SQL, "1" for any
 * @param values the values of its question marks, in order
 */
record TraceQuery(String where, List<String> values) {
    static TraceQuery of(TraceFilter filter, String annotator) {
        List<String> parts = new ArrayList<>(List.of("t.seq NOT IN (SELECT trace FROM hidden)"));
        List<String> values = new ArrayList<>();
        if (!filter.id().isEmpty()) {
            parts.add("t.id = ?");
            values.add(filter.id());
        }
        if (!filter.source().isEmpty()) {
            parts.add("t.source = ?");
            values.add(filter.source());
        }
        if (!filter.text().isBlank()) {
            addText(SearchText.query(filter.text()), parts, values);
        }
        String who = filter.annotator().isEmpty() ? annotator : filter.annotator();
        addState(filter.state(), who, parts, values);
        addLabelled(filter.labelled(), who, parts, values);
        addRevisit(filter.revisit(), who, parts, values);
        return new TraceQuery(String.join(" AND ", parts), values);
    }

    private static void addText(String query, List<String> parts, List<String> values) {
        if (query.isEmpty()) {
            // Only signs that no word holds: nothing can be found.
            parts.add("0");
            return;
        }
        parts.add("t.seq IN (SELECT rowid FROM trace_words WHERE trace_words MATCH ?)");
        values.add(query);
    }

    private static void addState(
            TraceState state, String who, List<String> parts, List<String> values) {
        if (state == null) {
            return;
        }
        String row =
                "EXISTS (SELECT 1 FROM trace_state s WHERE s.trace = t.seq AND s.pass = 'LABEL' AND"
                        + " s.state ";
        // OPEN is the absence of any other state.
        String test = state == TraceState.OPEN ? "NOT " + row + "<> ?" : row + "= ?";
        values.add(state.name());
        parts.add(test + byWhom("s", who, values) + ")");
    }

    private static void addLabelled(
            Boolean labelled, String who, List<String> parts, List<String> values) {
        if (labelled == null) {
            return;
        }
        parts.add(
                (labelled ? "" : "NOT ")
                        + "EXISTS (SELECT 1 FROM label l WHERE l.trace = t.seq AND l.verdict IS NOT"
                        + " NULL"
                        + byWhom("l", who, values)
                        + ")");
    }

    private static void addRevisit(
            Boolean revisit, String who, List<String> parts, List<String> values) {
        if (revisit != null) {
            parts.add(
                    (revisit ? "" : "NOT ")
                            + "EXISTS (SELECT 1 FROM open_revisit r WHERE r.trace = t.seq"
                            + byWhom("r", who, values)
                            + ")");
        }
    }

    private static String byWhom(String table, String who, List<String> values) {
        if (who.isEmpty()) {
            return "";
        }
        values.add(who);
        return " AND " + table + ".annotator = ?";
    }

    /** Binds the values from the given index on; gives back the next free index. */
    int bind(PreparedStatement statement, int from) throws SQLException {
        int index = from;
        for (String value : values) {
            statement.setString(index++, value);
        }
        return index;
    }
}
