package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.stepwright.label.LabelledTrace;
import org.stepwright.trace.Gist;
import org.stepwright.trace.Trace;

/** Traces and their steps. Traces never change. Safe for many threads. */
public final class TraceStore {
    private static final int PROBLEM_HEAD = 300;

    private final Database database;

    TraceStore(Database database) {
        this.database = database;
    }

    /**
     * Adds traces and their labels in one transaction: all rows that do not clash, or none when it
     * fails. A trace is known when its id is there with the same problem, steps, outcome and
     * reference; metadata may differ. A known trace gets the labels of annotators that have none on
     * it yet. A few hundred to a few thousand rows a call are quickest.
     *
     * @param rows the rows
     * @return what was added
     * @throws org.stepwright.work.WorkFailed when the file cannot be written
     */
    public AddResult add(List<LabelledTrace> rows) {
        List<LabelledTrace> given = List.copyOf(rows);
        // Outside the writer: other threads may write meanwhile.
        Digests digests = new Digests();
        List<byte[]> contents = given.stream().map(r -> digests.of(r.trace())).toList();
        return database.write(Durability.SOON, db -> new TraceAdder(db).add(given, contents));
    }

    /**
     * @param id a trace's id
     * @return the trace, if there
     */
    public Optional<Trace> find(String id) {
        return database.read(
                db -> {
                    PreparedStatement select =
                            db.prepare(
                                    "SELECT " + TraceRows.COLUMNS + " FROM trace t WHERE t.id = ?");
                    select.setString(1, id);
                    try (ResultSet row = select.executeQuery()) {
                        return row.next()
                                ? Optional.of(TraceRows.trace(db, row))
                                : Optional.empty();
                    }
                });
    }

    /**
     * @param id a trace's id
     * @return the trace and everybody's current labels, if there
     */
    public Optional<LabelledTrace> labelled(String id) {
        List<LabelledTrace> found = new ArrayList<>();
        forEach(TraceFilter.ALL.withId(requireId(id)), found::add);
        return found.stream().findFirst();
    }

    /**
     * @param filter which traces; where it names no annotator, the other argument is meant
     * @param annotator whose labels and state are shown
     * @param offset how many to leave out, at least 0
     * @param limit how many at most, at least 0
     * @return summaries in the order in which the traces came in
     */
    public List<TraceSummary> page(TraceFilter filter, String annotator, int offset, int limit) {
        TraceQuery query = query(filter, annotator);
        return database.read(db -> page(db, query, annotator, offset, limit));
    }

    /**
     * @param filter which traces
     * @param annotator as in {@link #page}
     * @return how many there are
     */
    public long count(TraceFilter filter, String annotator) {
        TraceQuery query = query(filter, annotator);
        return database.read(
                db -> {
                    PreparedStatement select =
                            db.prepare("SELECT count(*) FROM trace t WHERE " + query.where());
                    query.bind(select, 1);
                    try (ResultSet row = select.executeQuery()) {
                        return row.getLong(1);
                    }
                });
    }

    /**
     * Streams traces with their current labels in the order in which they came in, all from one
     * moment: what is written meanwhile is not seen.
     *
     * @param filter which traces; where it names an annotator, only those labels are given
     * @param sink takes each trace, in the calling thread; may use the workspace; what it throws
     *     ends the stream
     */
    public void forEach(TraceFilter filter, Consumer<LabelledTrace> sink) {
        TraceQuery query = query(filter, "");
        database.read(
                db -> {
                    stream(db, query, filter.annotator(), sink);
                    return null;
                });
    }

    private TraceQuery query(TraceFilter filter, String annotator) {
        if (!filter.text().isBlank()) {
            SearchIndex.catchUp(database);
        }
        return TraceQuery.of(filter, annotator);
    }

    private static String requireId(String id) {
        if (id.isEmpty()) {
            // An empty id in a filter would mean any.
            throw new IllegalArgumentException("A trace's id is not empty.");
        }
        return id;
    }

    private static void stream(
            Db db, TraceQuery query, String annotator, Consumer<LabelledTrace> sink)
            throws SQLException {
        PreparedStatement select =
                db.prepare(
                        "SELECT "
                                + TraceRows.COLUMNS
                                + " FROM trace t WHERE "
                                + query.where()
                                + " ORDER BY t.seq");
        query.bind(select, 1);
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Trace trace = TraceRows.trace(db, row);
                sink.accept(
                        new LabelledTrace(
                                trace,
                                LabelRows.of(
                                        db,
                                        row.getLong(1),
                                        trace.id(),
                                        LabelRows.Which.counting(annotator))));
            }
        }
    }

    private static List<TraceSummary> page(
            Db db, TraceQuery query, String annotator, int offset, int limit) throws SQLException {
        PreparedStatement select = db.prepare(summarySql(query));
        select.setString(1, annotator);
        select.setString(2, annotator);
        select.setString(3, annotator);
        int next = query.bind(select, 4);
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

    private static String summarySql(TraceQuery query) {
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
                + ")"
                + " FROM (SELECT * FROM trace t WHERE "
                + query.where()
                + " ORDER BY t.seq LIMIT ? OFFSET ?) p ORDER BY p.seq";
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
                row.getString(5));
    }
}
