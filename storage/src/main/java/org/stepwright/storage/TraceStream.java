package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BiConsumer;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.Suggestion;
import org.stepwright.trace.Trace;

/** Traces with their labels, one after the other, and what else is asked for. */
enum TraceStream {
    /** Nothing else. */
    LABELS,
    /** The file that each came from. */
    FILES,
    /** What machines say about each. */
    SUGGESTIONS;

    void run(Db db, List<TraceFilter> filters, BiConsumer<LabelledTrace, String> sink)
            throws SQLException {
        // A view's annotator counts like the filter's own.
        String annotator =
                filters.stream()
                        .map(TraceFilter::annotator)
                        .filter(name -> !name.isEmpty())
                        .findFirst()
                        .orElse("");
        LabelRows.Which labels = LabelRows.Which.counting(annotator);
        TraceQuery query = TraceQuery.of(db, filters, "");
        PreparedStatement select =
                db.prepare(
                        "SELECT "
                                + TraceRows.COLUMNS
                                + (this == FILES ? ", " + ImportStore.FILE : "")
                                + " FROM trace t WHERE "
                                + query.where()
                                + " ORDER BY t.seq");
        query.bind(select, 1);
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Trace trace = TraceRows.trace(db, row);
                long seq = row.getLong(1);
                List<Suggestion> suggestions =
                        this == SUGGESTIONS ? SuggestionStore.of(db, seq, trace.id()) : List.of();
                String file = this == FILES ? row.getString(7) : null;
                sink.accept(
                        new LabelledTrace(
                                trace, LabelRows.of(db, seq, trace.id(), labels), suggestions),
                        file == null ? "" : file);
            }
        }
    }
}
