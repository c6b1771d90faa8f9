package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The WHERE clause of filters over {@code trace t}. Everything that a user wrote is bound, never
 * part of the SQL.
 *
 * @param where SQL
 * @param values the values of its question marks, in order
 */
record TraceQuery(String where, List<String> values) {
    /**
     * @param filters all of them have to hold
     * @param annotator who is meant where a filter names nobody
     */
    static TraceQuery of(Db db, List<TraceFilter> filters, String annotator) throws SQLException {
        return of(db, filters, annotator, "t.seq");
    }

    /**
     * @param seq the SQL of a trace's number: that of the table that is walked, so that what it
     *     alone decides is decided before the trace is fetched
     */
    static TraceQuery of(Db db, List<TraceFilter> filters, String annotator, String seq)
            throws SQLException {
        return of(db, filters, annotator, seq, false);
    }

    /** For counting all traces that filters take, instead of showing the first few. */
    static TraceQuery counting(Db db, List<TraceFilter> filters, String annotator)
            throws SQLException {
        return of(db, filters, annotator, "t.seq", true);
    }

    private static TraceQuery of(
            Db db, List<TraceFilter> filters, String annotator, String seq, boolean counting)
            throws SQLException {
        FilterSql sql = new FilterSql(seq, ProjectStore.current(db).sliceShare(), counting);
        for (TraceFilter filter : filters) {
            sql.add(filter, filter.annotator().isEmpty() ? annotator : filter.annotator());
        }
        return sql.query();
    }

    /** This and something more. */
    TraceQuery and(String sql, List<String> more) {
        List<String> all = new ArrayList<>(values);
        all.addAll(more);
        return new TraceQuery(where + " AND " + sql, all);
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
