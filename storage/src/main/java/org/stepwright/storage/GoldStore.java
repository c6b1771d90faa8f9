package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.stepwright.label.Verdict;

/**
 * Traces whose right labels are known, and when they are served. Annotators are not told which
 * those are. Safe for many threads.
 */
public final class GoldStore {
    private final Database database;

    GoldStore(Database database) {
        this.database = database;
    }

    /**
     * Makes traces gold; those that are already are used as said now.
     *
     * @param traceIds the traces
     * @param use what for
     * @param by who says so
     * @throws org.stepwright.work.WorkFailed when one is not there; none is added then
     */
    public void add(List<String> traceIds, GoldUse use, String by) {
        List<String> given = List.copyOf(traceIds);
        String at = Stamps.write(Instant.now());
        database.write(
                Durability.EVERY_COMMIT,
                db -> {
                    PreparedStatement put =
                            db.prepare(
                                    "INSERT OR REPLACE INTO gold (trace, purpose, added_by,"
                                            + " added_at) VALUES (?, ?, ?, ?)");
                    for (String id : given) {
                        put.setLong(1, LabelChanges.requireTrace(db, id));
                        put.setString(2, use.name());
                        put.setString(3, by);
                        put.setString(4, at);
                        put.executeUpdate();
                    }
                    return null;
                });
    }

    /**
     * Makes traces ordinary again. What annotators said of them stays.
     *
     * @param traceIds the traces; those that are not gold do not matter
     */
    public void remove(List<String> traceIds) {
        List<String> given = List.copyOf(traceIds);
        database.write(
                Durability.EVERY_COMMIT,
                db -> {
                    PreparedStatement delete =
                            db.prepare(
                                    "DELETE FROM gold WHERE trace ="
                                            + " (SELECT seq FROM trace WHERE id = ?)");
                    for (String id : given) {
                        delete.setString(1, id);
                        delete.executeUpdate();
                    }
                    return null;
                });
    }

    /**
     * @return all gold traces in the order in which the traces came in
     */
    public List<GoldTrace> all() {
        return database.read(
                db -> {
                    List<GoldTrace> all = new ArrayList<>();
                    try (ResultSet row =
                            db.prepare(
                                            "SELECT t.id, g.purpose, g.added_by, g.added_at"
                                                    + " FROM gold g JOIN trace t"
                                                    + " ON t.seq = g.trace ORDER BY g.trace")
                                    .executeQuery()) {
                        while (row.next()) {
                            all.add(gold(row));
                        }
                    }
                    return all;
                });
    }

    /**
     * @param traceId a trace, gold or not
     * @return {@link #key(String, String)} for nobody in particular
     */
    public Optional<List<Verdict>> key(String traceId) {
        return key(traceId, "");
    }

    /**
     * The right labels of a trace, step by step: what a reviewer decided; else what came with the
     * trace; else what most people say, where a tie goes to the worse verdict.
     *
     * @param traceId a trace, gold or not
     * @param asker whose labels are to be compared with it and so do not count; empty for nobody
     * @return one verdict a step, null where it is not known; empty when it is known of no step
     */
    public Optional<List<Verdict>> key(String traceId, String asker) {
        return database.read(db -> GoldKeys.of(db, traceId, asker));
    }

    /**
     * Says whether the annotator is to be given a certain trace now instead of the next one in the
     * order: a new annotator first the screening traces, as many as the project wants; then a gold
     * trace in every round of 1/share finished traces; and likewise one that the annotator
     * submitted long enough ago once more. Never one twice, nor one that the annotator decided
     * about as a reviewer, nor a gold trace without a key. The answer is the same until the
     * annotator finishes something.
     *
     * @param annotator who
     * @return the trace, if one is due
     */
    public Optional<DueTrace> nextFor(String annotator) {
        return nextFor(annotator, Instant.now());
    }

    /** As if it were another time. */
    Optional<DueTrace> nextFor(String annotator, Instant now) {
        return database.read(db -> new GoldDue(db, annotator, now).next());
    }

    private static GoldTrace gold(ResultSet row) throws SQLException {
        return new GoldTrace(
                row.getString(1),
                GoldUse.valueOf(row.getString(2)),
                row.getString(3),
                Instant.parse(row.getString(4)));
    }
}
