package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The WHERE clause of a filter over {@code trace t}. Everything that a user wrote is bound, never
 * part of the SQL.
 *
 * @param where SQL, "1" for any
 * @param values the values of its question marks, in order
 */
record TraceQuery(String where, List<String> values) {
    /** Events of labels that say more than a verdict, word for word as the index on them has it. */
    private static final String MARKED =
            "(e.spark = 1 OR e.unsure = 1 OR e.comment IS NOT NULL OR e.error_kinds IS NOT NULL)";

    static TraceQuery of(TraceFilter filter, String annotator) {
        Parts parts = new Parts(filter.annotator().isEmpty() ? annotator : filter.annotator());
        parts.add(filter);
        return new TraceQuery(String.join(" AND ", parts.sql), parts.values);
    }

    /** Binds the values from the given index on; gives back the next free index. */
    int bind(PreparedStatement statement, int from) throws SQLException {
        int index = from;
        for (String value : values) {
            statement.setString(index++, value);
        }
        return index;
    }

    private static final class Parts {
        private final List<String> sql =
                new ArrayList<>(List.of("t.seq NOT IN (SELECT trace FROM hidden)"));
        private final List<String> values = new ArrayList<>();
        private final String who;

        Parts(String who) {
            this.who = who;
        }

        void add(TraceFilter filter) {
            filter.values().forEach((key, value) -> add(key, value));
        }

        private void add(FilterKey key, String value) {
            boolean wanted = value.equals("yes");
            switch (key) {
                case ID -> equal("t.id", value);
                case SOURCE -> equal("t.source", value);
                case GENERATOR -> equal("t.generator", value);
                case TEXT -> text(SearchText.query(value));
                case STATE -> state(TraceState.valueOf(value.toUpperCase(Locale.ROOT)));
                case LABELLED -> label(wanted, "l.verdict IS NOT NULL");
                case VERDICT -> {
                    values.add(value.toUpperCase(Locale.ROOT));
                    label(true, "l.verdict = ?");
                }
                case REVISIT -> exists(wanted, "open_revisit l WHERE l.trace = t.seq", true);
                case SPARK -> marked(wanted, "e.spark = 1");
                case UNSURE -> marked(wanted, "e.unsure = 1");
                case COMMENT -> marked(wanted, "e.comment IS NOT NULL");
                case KIND -> {
                    values.add(value);
                    marked(
                            true,
                            "EXISTS (SELECT 1 FROM json_each(e.error_kinds) k WHERE k.value = ?)");
                }
                case DISAGREE -> disagree(wanted);
                case ANNOTATOR, DECIDED, GOLD, SLICE, VIEW -> {
                    // Not conditions of their own.
                }
            }
        }

        private void equal(String column, String value) {
            sql.add(column + " = ?");
            values.add(value);
        }

        private void text(String query) {
            if (query.isEmpty()) {
                // Only signs that no word holds: nothing can be found.
                sql.add("0");
                return;
            }
            sql.add("t.seq IN (SELECT rowid FROM trace_words WHERE trace_words MATCH ?)");
            values.add(query);
        }

        private void state(TraceState state) {
            // OPEN is the absence of any other state.
            boolean open = state == TraceState.OPEN;
            values.add(state.name());
            exists(
                    !open,
                    "trace_state l WHERE l.trace = t.seq AND l.pass = 'LABEL' AND l.state "
                            + (open ? "<>" : "=")
                            + " ?",
                    true);
        }

        private void label(boolean wanted, String test) {
            exists(wanted, "label l WHERE l.trace = t.seq AND " + test, true);
        }

        /** By the few events that say more than a verdict; those that are current have a label. */
        private void marked(boolean wanted, String test) {
            exists(
                    wanted,
                    "label_event e JOIN label l ON l.trace = e.trace AND l.step = e.step"
                            + " AND l.candidate = e.candidate AND l.annotator = e.annotator"
                            + " AND l.pass = e.pass"
                            + " WHERE e.trace = t.seq AND e.kind = 'LABEL' AND "
                            + MARKED
                            + " AND l.event = e.seq AND "
                            + test,
                    true);
        }

        private void disagree(boolean wanted) {
            exists(
                    wanted,
                    "label l WHERE l.trace = t.seq AND l.verdict IS NOT NULL GROUP BY l.step,"
                            + " l.candidate HAVING min(l.verdict) <> max(l.verdict)",
                    false);
        }

        private void exists(boolean wanted, String rows, boolean byWhom) {
            String mine = "";
            if (byWhom && !who.isEmpty()) {
                mine = " AND l.annotator = ?";
                values.add(who);
            }
            sql.add((wanted ? "" : "NOT ") + "EXISTS (SELECT 1 FROM " + rows + mine + ")");
        }
    }
}
