package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import org.stepwright.trace.Trace;
import org.stepwright.work.Progress;

/**
 * Adds traces that are not here and finds, for each trace of the other workspace, its number here:
 * table {@code merge_trace}. A trace whose id belongs to another trace here has no number.
 */
final class MergeTraces {
    /** Longer ones would not fit into memory with a few of their kind. */
    private static final long MOST_CHARACTERS = 20_000_000;

    private static final String LENGTHS =
            """
            SELECT max(
                (SELECT coalesce(max(length(problem) + coalesce(length(reference), 0)
                    + length(metadata) + length(id)), 0) FROM other.trace),
                (SELECT coalesce(max(length(text) + length(context)
                    + coalesce(length(alternatives), 0)), 0) FROM other.step))
            """;

    private final Db db;
    private final OtherFile other;
    private final Progress progress;
    private long stepsAdded;

    MergeTraces(Db db, OtherFile other, Progress progress) {
        this.db = db;
        this.other = other;
        this.progress = progress;
    }

    /** Gives back how many were added. */
    long run() throws SQLException {
        if (MergeSql.number(db, LENGTHS) > MOST_CHARACTERS) {
            throw other.damaged(null);
        }
        long before = MergeSql.number(db, "SELECT coalesce(max(seq), 0) FROM main.trace");
        number(before);
        long added = add();
        requireSound(before, added);
        return added;
    }

    long stepsAdded() {
        return stepsAdded;
    }

    private void number(long before) throws SQLException {
        db.execute(
                "CREATE TEMP TABLE merge_trace (theirs INTEGER PRIMARY KEY, ours INTEGER NOT NULL,"
                        + " fresh INTEGER NOT NULL)");
        MergeSql.update(
                db,
                """
                INSERT INTO temp.merge_trace (theirs, ours, fresh)
                SELECT o.seq, t.seq, 0 FROM other.trace o CROSS JOIN main.trace t
                    ON t.id = o.id AND t.digest = o.digest
                """);
        MergeSql.update(
                db,
                """
                INSERT INTO temp.merge_trace (theirs, ours, fresh)
                SELECT o.seq, ? + row_number() OVER (ORDER BY o.seq), 1 FROM other.trace o
                WHERE NOT EXISTS (SELECT 1 FROM main.trace t WHERE t.id = o.id)
                """,
                before);
    }

    private long add() throws SQLException {
        long added =
                MergeSql.update(
                        db,
                        """
                        INSERT INTO main.trace (seq, id, problem, outcome, reference, metadata,
                            source, generator, step_count, digest)
                        SELECT m.ours, o.id, o.problem, o.outcome, o.reference, o.metadata,
                            o.source, o.generator, o.step_count, o.digest
                        FROM temp.merge_trace m CROSS JOIN other.trace o ON o.seq = m.theirs
                        WHERE m.fresh = 1 ORDER BY m.ours
                        """);
        stepsAdded =
                MergeSql.update(
                        db,
                        """
                        INSERT INTO main.step (trace, position, kind, text, context, alternatives)
                        SELECT m.ours, s.position, s.kind, s.text, s.context, s.alternatives
                        FROM temp.merge_trace m CROSS JOIN other.step s ON s.trace = m.theirs
                        WHERE m.fresh = 1 ORDER BY m.ours, s.position
                        """);
        requireSoundCuts();
        MergeSql.update(
                db,
                """
                INSERT OR IGNORE INTO main.revision_trace (trace)
                SELECT m.ours FROM other.revision_trace r
                CROSS JOIN temp.merge_trace m ON m.theirs = r.trace
                """);
        return added;
    }

    /**
     * A trace that is here and was not made by cutting another must not be hidden as if it were.
     */
    private void requireSoundCuts() throws SQLException {
        long wrong =
                MergeSql.number(
                        db,
                        """
                        SELECT count(*) FROM other.revision_trace r
                        CROSS JOIN temp.merge_trace m ON m.theirs = r.trace
                        CROSS JOIN main.trace t ON t.seq = m.ours
                        WHERE m.fresh = 0 AND json_extract(t.metadata, ?) IS NULL
                        AND t.seq NOT IN (SELECT trace FROM main.revision_trace)
                        """,
                        "$." + Trace.REVISION_OF);
        if (wrong > 0) {
            throw other.damaged(null);
        }
    }

    /** Reads every new trace once: what cannot be read here must not come in. */
    private void requireSound(long before, long added) throws SQLException {
        long misplaced =
                MergeSql.number(
                        db,
                        "SELECT count(*) FROM main.step s CROSS JOIN main.trace t ON t.seq ="
                                + " s.trace WHERE s.trace > ? AND s.position >= t.step_count",
                        before);
        if (misplaced > 0) {
            throw other.damaged(null);
        }
        Digests digests = new Digests();
        PreparedStatement select =
                db.prepare(
                        "SELECT "
                                + TraceRows.COLUMNS
                                + ", t.step_count, t.digest, t.source, t.generator FROM main.trace"
                                + " t WHERE t.seq > ? ORDER BY t.seq");
        select.setLong(1, before);
        long done = 0;
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                Trace trace = read(row);
                boolean same =
                        trace.steps().size() == row.getInt(7)
                                && Arrays.equals(digests.of(trace), row.getBytes(8))
                                && trace.source().orElse("").equals(row.getString(9))
                                && trace.generator().orElse("").equals(row.getString(10));
                if (!same) {
                    throw other.damaged(null);
                }
                if (++done % 1000 == 0) {
                    progress.checkCancelled();
                    progress.report(done, added, "Adding traces");
                }
            }
        }
    }

    private Trace read(ResultSet row) throws SQLException {
        try {
            return TraceRows.trace(db, row);
        } catch (RuntimeException e) {
            throw other.damaged(e);
        }
    }
}
