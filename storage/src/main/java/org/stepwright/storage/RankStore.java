package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stepwright.label.QueueOrder;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

/**
 * Orders of work. A new one is written beside the old one in small pieces, so that labels that
 * people give meanwhile do not wait, and takes its place at once: nobody ever sees half of it. Safe
 * for many threads and processes; of two that replace an order at a time, the one that began later
 * stays.
 */
public final class RankStore {
    /** Rows a transaction: few enough that a label never waits long behind one. */
    private static final int CHUNK = 500;

    /** Positions from here on are those of traces that the ranking does not name. */
    private static final long UNNAMED = 1L << 40;

    private final Database database;

    RankStore(Database database) {
        this.database = database;
    }

    /**
     * Replaces an order. Takes seconds for 100,000 traces; call it in the background.
     *
     * @param order which one; not IMPORTED, which needs none
     * @param basis what it is made from, for people; maybe empty
     * @param ranked traces, the first one first; one that is there twice counts where it comes
     *     first, one that is not in the workspace is left out
     * @param progress how far it is, and whether to stop: then the old order stays
     * @throws WorkFailed when it cannot be written; the old order stays
     * @throws org.stepwright.work.Cancelled when it was stopped
     */
    public void replace(QueueOrder order, String basis, List<Ranked> ranked, Progress progress) {
        if (order == QueueOrder.IMPORTED) {
            throw new IllegalArgumentException("The order of import needs no ranking.");
        }
        List<Ranked> given = List.copyOf(ranked);
        Generation mine = database.write(Durability.SOON, db -> reserve(db, order));
        long generation = mine.number;
        try {
            for (int from = 0; from < given.size(); from += CHUNK) {
                progress.checkCancelled();
                progress.report(from, given.size(), "Saving the order");
                int start = from;
                int end = Math.min(given.size(), from + CHUNK);
                database.write(
                        Durability.SOON, db -> insert(db, order, generation, given, start, end));
            }
            append(order, mine, progress);
            database.write(Durability.EVERY_COMMIT, db -> swap(db, order, mine, basis));
        } catch (RuntimeException e) {
            takeBack(order, generation, e);
            throw e;
        }
        sweep(order, 0, database.read(db -> current(db, order)).number);
        progress.report(given.size(), given.size(), "Saving the order");
    }

    /**
     * @param order an order
     * @return when and from what it was made; empty when it never was: then traces come as they
     *     were imported
     */
    public Optional<Ranking> about(QueueOrder order) {
        return database.read(
                db -> {
                    PreparedStatement select =
                            db.prepare(
                                    "SELECT made_at, basis, traces FROM ranking"
                                            + " WHERE ordering = ?");
                    select.setString(1, order.name());
                    try (ResultSet row = select.executeQuery()) {
                        return row.next()
                                ? Optional.of(
                                        new Ranking(
                                                order,
                                                Instant.parse(row.getString(1)),
                                                row.getString(2),
                                                row.getInt(3)))
                                : Optional.empty();
                    }
                });
    }

    /**
     * @param order an order
     * @return its traces, the first one first, whether they are finished or not; empty when it was
     *     never made
     */
    public List<Ranked> of(QueueOrder order) {
        return database.read(
                db -> {
                    PreparedStatement select =
                            db.prepare(
                                    "SELECT t.id, r.slice FROM ranking g CROSS JOIN queue_rank r"
                                            + " ON r.ordering = g.ordering"
                                            + " AND r.generation = g.generation"
                                            + " JOIN trace t ON t.seq = r.trace"
                                            + " WHERE g.ordering = ? AND r.position < ?"
                                            + " ORDER BY r.position");
                    select.setString(1, order.name());
                    select.setLong(2, UNNAMED);
                    List<Ranked> ranked = new ArrayList<>();
                    try (ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            ranked.add(new Ranked(row.getString(1), row.getBoolean(2)));
                        }
                    }
                    return ranked;
                });
    }

    /**
     * One ranking of an order.
     *
     * @param number rises with every ranking of the order; 0 when there is none
     * @param lastTrace the number of the last trace that it holds
     */
    record Generation(long number, long lastTrace) {}

    /** The ranking that is in use. */
    static Generation current(Db db, QueueOrder order) throws SQLException {
        PreparedStatement select =
                db.prepare("SELECT generation, last_trace FROM ranking WHERE ordering = ?");
        select.setString(1, order.name());
        try (ResultSet row = select.executeQuery()) {
            return row.next()
                    ? new Generation(row.getLong(1), row.getLong(2))
                    : new Generation(0, 0);
        }
    }

    /** A number above all others, held by a row that no trace stands behind. */
    private static Generation reserve(Db db, QueueOrder order) throws SQLException {
        PreparedStatement select =
                db.prepare(
                        "SELECT max(coalesce((SELECT max(generation) FROM queue_rank"
                                + " WHERE ordering = ?), 0), coalesce((SELECT generation"
                                + " FROM ranking WHERE ordering = ?), 0)) + 1,"
                                + " (SELECT coalesce(max(seq), 0) FROM trace)");
        select.setString(1, order.name());
        select.setString(2, order.name());
        Generation generation;
        try (ResultSet row = select.executeQuery()) {
            generation = new Generation(row.getLong(1), row.getLong(2));
        }
        PreparedStatement hold =
                db.prepare(
                        "INSERT INTO queue_rank (ordering, generation, position, trace, slice)"
                                + " VALUES (?, ?, -1, -1, 0)");
        hold.setString(1, order.name());
        hold.setLong(2, generation.number);
        hold.executeUpdate();
        return generation;
    }

    private static int insert(
            Db db, QueueOrder order, long generation, List<Ranked> ranked, int from, int end)
            throws SQLException {
        PreparedStatement insert =
                db.prepare(
                        "INSERT OR IGNORE INTO queue_rank (ordering, generation, position, trace,"
                                + " slice) SELECT ?, ?, ?, seq, ? FROM trace WHERE id = ?");
        try {
            for (int i = from; i < end; i++) {
                insert.setString(1, order.name());
                insert.setLong(2, generation);
                insert.setInt(3, i);
                insert.setInt(4, ranked.get(i).slice() ? 1 : 0);
                insert.setString(5, ranked.get(i).traceId());
                insert.addBatch();
            }
            return insert.executeBatch().length;
        } finally {
            insert.clearBatch();
        }
    }

    /** Puts the traces that nobody ranked behind the others, as they came in. */
    private void append(QueueOrder order, Generation mine, Progress progress) {
        long from = 0;
        while (from < mine.lastTrace) {
            progress.checkCancelled();
            long start = from;
            from = Math.min(mine.lastTrace, from + CHUNK);
            long end = from;
            database.write(
                    Durability.SOON,
                    db -> {
                        PreparedStatement append =
                                db.prepare(
                                        "INSERT OR IGNORE INTO queue_rank (ordering, generation,"
                                                + " position, trace, slice) SELECT ?, ?, ? + seq,"
                                                + " seq, 0 FROM trace WHERE seq > ? AND seq <= ?");
                        append.setString(1, order.name());
                        append.setLong(2, mine.number);
                        append.setLong(3, UNNAMED);
                        append.setLong(4, start);
                        append.setLong(5, end);
                        return append.executeUpdate();
                    });
        }
    }

    /** Makes the ranking the one in use, unless one that began later is. */
    private static int swap(Db db, QueueOrder order, Generation mine, String basis)
            throws SQLException {
        PreparedStatement put =
                db.prepare(
                        "INSERT INTO ranking (ordering, generation, basis, made_at, last_trace,"
                                + " traces) VALUES (?, ?, ?, ?, ?, (SELECT count(*)"
                                + " FROM queue_rank WHERE ordering = ? AND generation = ?"
                                + " AND position >= 0 AND position < ?))"
                                + " ON CONFLICT (ordering) DO UPDATE SET"
                                + " generation = excluded.generation, basis = excluded.basis,"
                                + " made_at = excluded.made_at, traces = excluded.traces,"
                                + " last_trace = excluded.last_trace"
                                + " WHERE excluded.generation > ranking.generation");
        put.setString(1, order.name());
        put.setLong(2, mine.number);
        put.setString(3, basis);
        put.setString(4, Stamps.write(Instant.now()));
        put.setLong(5, mine.lastTrace);
        put.setString(6, order.name());
        put.setLong(7, mine.number);
        put.setLong(8, UNNAMED);
        return put.executeUpdate();
    }

    /** What cannot be deleted now goes with the next replacement. */
    private void takeBack(QueueOrder order, long generation, RuntimeException why) {
        try {
            sweep(order, generation, generation + 1);
        } catch (WorkFailed e) {
            why.addSuppressed(e);
        }
    }

    /** Deletes the rows of old rankings, those left by a crash among them. */
    private void sweep(QueueOrder order, long from, long to) {
        int deleted;
        do {
            deleted =
                    database.write(
                            Durability.SOON,
                            db -> {
                                PreparedStatement delete =
                                        db.prepare(
                                                "DELETE FROM queue_rank WHERE (ordering,"
                                                        + " generation, position) IN (SELECT"
                                                        + " ordering, generation, position"
                                                        + " FROM queue_rank WHERE ordering = ?"
                                                        + " AND generation >= ? AND generation < ?"
                                                        + " LIMIT ?)");
                                delete.setString(1, order.name());
                                delete.setLong(2, from);
                                delete.setLong(3, to);
                                delete.setInt(4, CHUNK);
                                return delete.executeUpdate();
                            });
        } while (deleted > 0);
    }
}
