package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stepwright.label.QueueOrder;

/**
 * The traces of filters in an order of work, as one annotator works on them, inside one reading
 * transaction. An order is walked in parts: what its ranking holds, then the rest as it came in.
 */
final class Queue {
    /**
     * A part of an order.
     *
     * @param walk what is walked
     * @param seq the SQL of a trace's number
     * @param place the SQL of a trace's place in the part
     * @param where what is in the part
     * @param values of its question marks
     */
    private record Part(String walk, String seq, String place, String where, List<String> values) {}

    private final Db db;
    private final List<TraceFilter> filters;
    private final String annotator;
    private final List<Part> parts;

    Queue(Db db, List<TraceFilter> filters, QueueOrder order, String annotator)
            throws SQLException {
        this.db = db;
        this.filters = filters;
        this.annotator = annotator;
        this.parts = parts(order);
    }

    /**
     * Traces that are open for the annotator and that enough others finished are left out where
     * open ones are asked for.
     */
    List<TraceSummary> page(int offset, int limit) throws SQLException {
        List<TraceSummary> page = new ArrayList<>();
        int skip = offset;
        for (Part part : parts) {
            if (page.size() < limit) {
                List<TraceSummary> some = page(part, skip, limit - page.size());
                page.addAll(some);
                boolean last = part == parts.get(parts.size() - 1);
                skip = !some.isEmpty() || last || skip == 0 ? 0 : skip - count(part, skip);
            }
        }
        return page;
    }

    private List<TraceSummary> page(Part part, int offset, int limit) throws SQLException {
        return SummaryRows.page(
                db, part.walk, part.place, query(part, asksForOpen()), annotator, offset, limit);
    }

    /** How many a page without an end would hold. */
    long count() throws SQLException {
        long count = 0;
        for (Part part : parts) {
            count += count(part, Integer.MAX_VALUE);
        }
        return count;
    }

    private int count(Part part, int most) throws SQLException {
        boolean all = most == Integer.MAX_VALUE && part.seq.equals("t.seq");
        TraceQuery query = query(part, asksForOpen(), all);
        PreparedStatement select =
                db.prepare(
                        "SELECT count(*) FROM (SELECT 1 FROM "
                                + part.walk
                                + " WHERE "
                                + query.where()
                                + " LIMIT ?)");
        select.setInt(query.bind(select, 1), most);
        try (ResultSet row = select.executeQuery()) {
            return row.getInt(1);
        }
    }

    /** The first open trace behind another one; behind the end comes the beginning. */
    Optional<TraceSummary> next(String afterId) throws SQLException {
        for (int i = 0; i < parts.size(); i++) {
            Optional<Long> place = place(parts.get(i), afterId);
            if (place.isPresent()) {
                return next(i, place.get());
            }
        }
        return first(0, parts.size());
    }

    private Optional<TraceSummary> next(int start, long place) throws SQLException {
        Part part = parts.get(start);
        Optional<TraceSummary> found = first(part, " > ", place);
        if (found.isEmpty()) {
            found = first(start + 1, parts.size());
        }
        if (found.isEmpty()) {
            found = first(0, start);
        }
        return found.isPresent() ? found : first(part, " < ", place);
    }

    private Optional<TraceSummary> first(int from, int to) throws SQLException {
        for (int i = from; i < to; i++) {
            Optional<TraceSummary> found = first(parts.get(i), " > ", Long.MIN_VALUE);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<TraceSummary> first(Part part, String side, long place) throws SQLException {
        TraceQuery query =
                query(part, true).and(part.place + side + "?", List.of(Long.toString(place)));
        return SummaryRows.page(db, part.walk, part.place, query, annotator, 0, 1).stream()
                .findFirst();
    }

    private Optional<Long> place(Part part, String id) throws SQLException {
        PreparedStatement select =
                db.prepare(
                        "SELECT "
                                + part.place
                                + " FROM "
                                // The trace first, then its place in the part.
                                + part.walk.replace("CROSS JOIN", "JOIN")
                                + " WHERE t.id = ? AND "
                                + part.where);
        select.setString(1, id);
        for (int i = 0; i < part.values.size(); i++) {
            select.setString(i + 2, part.values.get(i));
        }
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? Optional.of(row.getLong(1)) : Optional.empty();
        }
    }

    /** What is left to do for the annotator, or whatever the filters say. */
    private TraceQuery query(Part part, boolean open) throws SQLException {
        return query(part, open, false);
    }

    private TraceQuery query(Part part, boolean open, boolean counting) throws SQLException {
        List<TraceFilter> all = filters;
        if (open) {
            all = new ArrayList<>(filters);
            all.add(TraceFilter.ALL.withState(TraceState.OPEN).withAnnotator(annotator));
        }
        TraceQuery query =
                counting
                        ? TraceQuery.counting(db, all, annotator)
                        : TraceQuery.of(db, all, annotator, part.seq);
        if (open && !annotator.isEmpty()) {
            query = query.and(needed(part.seq), List.of(annotator, annotator, annotator));
        }
        return query.and(part.where, part.values);
    }

    /** Too few others finished it, or the annotator has begun it. */
    private String needed(String seq) throws SQLException {
        return "("
                + ProjectStore.current(db).overlap()
                + " > (SELECT count(*) FROM trace_state s WHERE s.trace = "
                + seq
                + " AND s.annotator <> ? AND "
                + SummaryRows.DONE
                + ") OR EXISTS (SELECT 1 FROM trace_state s WHERE s.trace = "
                + seq
                + " AND s.annotator = ? AND s.pass = 'LABEL')"
                + " OR EXISTS (SELECT 1 FROM label l WHERE l.annotator = ?"
                + " AND substr(l.annotator, 1, 7) <> 'import:' AND l.trace = "
                + seq
                + " AND l.pass = 'LABEL'))";
    }

    private boolean asksForOpen() {
        return !annotator.isEmpty()
                && filters.stream()
                        .anyMatch(
                                f ->
                                        f.state() == TraceState.OPEN
                                                && (f.annotator().isEmpty()
                                                        || f.annotator().equals(annotator)));
    }

    private List<Part> parts(QueueOrder order) throws SQLException {
        RankStore.Generation ranking = RankStore.current(db, order);
        if (ranking.number() == 0) {
            return List.of(new Part("trace t", "t.seq", "t.seq", "1", List.of()));
        }
        return List.of(
                new Part(
                        "queue_rank r CROSS JOIN trace t ON t.seq = r.trace",
                        "r.trace",
                        "r.position",
                        "r.ordering = ? AND r.generation = ?",
                        List.of(order.name(), Long.toString(ranking.number()))),
                new Part(
                        "trace t",
                        "t.seq",
                        "t.seq",
                        "t.seq > ?",
                        List.of(Long.toString(ranking.lastTrace()))));
    }
}
