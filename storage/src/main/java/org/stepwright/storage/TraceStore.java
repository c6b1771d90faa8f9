package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.QueueOrder;
import org.stepwright.trace.Trace;

/** Traces and their steps. Traces never change. Safe for many threads. */
public final class TraceStore {
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
     * Adds traces that came with a file.
     *
     * @param rows as in {@link #add(List)}
     * @param run the number of the run of the import
     * @return as in {@link #add(List)}
     */
    public AddResult add(List<LabelledTrace> rows, long run) {
        List<LabelledTrace> given = List.copyOf(rows);
        Digests digests = new Digests();
        List<byte[]> contents = given.stream().map(r -> digests.of(r.trace())).toList();
        return database.write(
                Durability.SOON,
                db -> {
                    TraceAdder adder = new TraceAdder(db);
                    AddResult result = adder.add(given, contents);
                    adder.cameWith(run);
                    return result;
                });
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
        forEach(TraceFilter.ALL.withId(requireId(id)).with(FilterKey.ASIDE, "any"), found::add);
        return found.stream().findFirst();
    }

    /**
     * @param filter which traces; where it names no annotator, the other argument is meant
     * @param annotator whose labels and state are shown; empty for nobody's
     * @param offset how many to leave out, at least 0
     * @param limit how many at most, at least 0
     * @return summaries in the order in which the traces came in
     * @throws org.stepwright.work.WorkFailed when the filter names a view that is not there
     */
    public List<TraceSummary> page(TraceFilter filter, String annotator, int offset, int limit) {
        List<TraceFilter> filters = ready(filter);
        return database.read(
                db -> {
                    TraceQuery query = TraceQuery.of(db, filters, annotator);
                    return SummaryRows.page(
                            db, "trace t", "t.seq", query, annotator, offset, limit);
                });
    }

    /**
     * Traces in an order of work. Those that the order's ranking does not hold, such as traces
     * imported after it, come last. Where the filter asks for the annotator's open traces, those
     * that as many others as the project wants have finished are left out, unless the annotator has
     * begun them. Giving up is not finishing here.
     *
     * @param filter which traces; where it names no annotator, the other argument is meant
     * @param order in which order; as imported when it was never ranked
     * @param annotator who works; whose labels and state are shown
     * @param offset how many to leave out, at least 0
     * @param limit how many at most, at least 0
     * @return summaries in that order
     * @throws org.stepwright.work.WorkFailed when the filter names a view that is not there
     */
    public List<TraceSummary> page(
            TraceFilter filter, QueueOrder order, String annotator, int offset, int limit) {
        List<TraceFilter> filters = ready(filter);
        return database.read(db -> new Queue(db, filters, order, annotator).page(offset, limit));
    }

    /**
     * Finds the trace to work on next: the first one behind another one that is open for the
     * annotator and wanted from them, as in {@link #page(TraceFilter, QueueOrder, String, int,
     * int)}. Behind the end comes the beginning, so that a trace that was passed over comes up
     * again.
     *
     * @param filter which traces; where it names no annotator, the other argument is meant
     * @param order in which order
     * @param annotator who works
     * @param afterId the trace to look behind; the best trace of all is given when it is empty or
     *     not there
     * @return the trace; never the one to look behind; empty when there is no other
     * @throws org.stepwright.work.WorkFailed when the filter names a view that is not there
     */
    public Optional<TraceSummary> next(
            TraceFilter filter, QueueOrder order, String annotator, String afterId) {
        List<TraceFilter> filters = ready(filter);
        return database.read(db -> new Queue(db, filters, order, annotator).next(afterId));
    }

    /**
     * @param filter which traces
     * @param annotator as in {@link #page(TraceFilter, String, int, int)}
     * @return how many there are
     * @throws org.stepwright.work.WorkFailed when the filter names a view that is not there
     */
    public long count(TraceFilter filter, String annotator) {
        List<TraceFilter> filters = ready(filter);
        return database.read(
                db -> {
                    TraceQuery query = TraceQuery.counting(db, filters, annotator);
                    PreparedStatement select =
                            db.prepare("SELECT count(*) FROM trace t WHERE " + query.where());
                    query.bind(select, 1);
                    try (ResultSet row = select.executeQuery()) {
                        return row.getLong(1);
                    }
                });
    }

    /**
     * @param filter which traces
     * @param order in which order
     * @param annotator who works
     * @return how many the pages of {@link #page(TraceFilter, QueueOrder, String, int, int)} hold:
     *     the same in every order
     * @throws org.stepwright.work.WorkFailed when the filter names a view that is not there
     */
    public long count(TraceFilter filter, QueueOrder order, String annotator) {
        List<TraceFilter> filters = ready(filter);
        return database.read(db -> new Queue(db, filters, QueueOrder.IMPORTED, annotator).count());
    }

    /**
     * Streams traces with their current labels in the order in which they came in, all from one
     * moment: what is written meanwhile is not seen.
     *
     * @param filter which traces; where it names an annotator, only those labels are given
     * @param sink takes each trace, in the calling thread; may use the workspace; what it throws
     *     ends the stream
     * @throws org.stepwright.work.WorkFailed when the filter names a view that is not there
     */
    public void forEach(TraceFilter filter, Consumer<LabelledTrace> sink) {
        stream(filter, TraceStream.LABELS, (row, file) -> sink.accept(row));
    }

    /**
     * Streams traces as {@link #forEach} does, with the file that each came from.
     *
     * @param filter as above
     * @param sink takes each trace and the name of its file, which is empty when nobody knows
     */
    public void forEachRow(TraceFilter filter, BiConsumer<LabelledTrace, String> sink) {
        stream(filter, TraceStream.FILES, sink);
    }

    /**
     * Streams traces as {@link #forEach} does, with what machines say about them.
     *
     * @param filter as above
     * @param sink as above
     */
    public void forEachWithSuggestions(TraceFilter filter, Consumer<LabelledTrace> sink) {
        stream(filter, TraceStream.SUGGESTIONS, (row, file) -> sink.accept(row));
    }

    private void stream(
            TraceFilter filter, TraceStream what, BiConsumer<LabelledTrace, String> sink) {
        List<TraceFilter> filters = ready(filter);
        database.read(
                db -> {
                    what.run(db, filters, sink);
                    return null;
                });
    }

    /** The filter and those of its views, once the tables that they look into are up to date. */
    private List<TraceFilter> ready(TraceFilter filter) {
        List<TraceFilter> filters =
                filter.value(FilterKey.VIEW).isEmpty()
                        ? List.of(filter)
                        : database.read(db -> SavedViews.follow(db, filter));
        if (filters.stream().anyMatch(f -> !f.text().isEmpty())) {
            SearchIndex.catchUp(database);
        }
        if (filters.stream().anyMatch(f -> !f.value(FilterKey.SLICE).isEmpty())) {
            SlicePlaces.catchUp(database);
        }
        return filters;
    }

    private static String requireId(String id) {
        if (id.isEmpty()) {
            // An empty id in a filter would mean any.
            throw new IllegalArgumentException("A trace's id is not empty.");
        }
        return id;
    }
}
