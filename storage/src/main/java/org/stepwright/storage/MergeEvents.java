package org.stepwright.storage;

import java.sql.SQLException;

/**
 * Appends the batches that are not known here, in the order of their time, with their events. Each
 * event follows the one that is last here for its key, as every event of a workspace does.
 *
 * <p>Leaves {@code merge_batch} (batches by their number there and here) and {@code merge_event}
 * (events by their number here and there, with their key as it is here).
 */
final class MergeEvents {
    private static final String CURRENT =
            """
            CASE e.step
                WHEN -1 THEN (SELECT event FROM main.trace_state s WHERE s.trace = e.trace
                    AND s.annotator = e.annotator AND s.pass = e.pass)
                WHEN -2 THEN (SELECT event FROM main.preference p WHERE p.trace = e.trace
                    AND p.annotator = e.annotator AND p.other = e.candidate)
                WHEN -3 THEN (SELECT event FROM main.revision r WHERE r.trace = e.trace)
                ELSE (SELECT event FROM main.label l WHERE l.trace = e.trace AND l.step = e.step
                    AND l.candidate = e.candidate AND l.annotator = e.annotator
                    AND l.pass = e.pass)
            END
            """;

    private final Db db;
    private final long before;

    /**
     * @param before the number of the last event that was here
     */
    MergeEvents(Db db, long before) {
        this.db = db;
        this.before = before;
    }

    /** Finds the batches to append. */
    void find() throws SQLException {
        db.execute(
                "CREATE TEMP TABLE merge_batch (theirs INTEGER PRIMARY KEY, place INTEGER NOT NULL,"
                        + " written_at TEXT NOT NULL, uid TEXT NOT NULL, ours INTEGER)");
        MergeSql.update(
                db,
                """
                INSERT INTO temp.merge_batch (theirs, place, written_at, uid)
                SELECT b.seq, row_number() OVER (ORDER BY b.written_at, b.uid), b.written_at, b.uid
                FROM other.label_batch b WHERE b.action <> 'MERGE'
                AND NOT EXISTS (SELECT 1 FROM main.label_batch k WHERE k.uid = b.uid)
                """);
    }

    /** Numbers the events but those of traces that are left out; gives back how many there are. */
    long number() throws SQLException {
        db.execute(
                "CREATE TEMP TABLE merge_event (seq INTEGER PRIMARY KEY, theirs INTEGER NOT NULL,"
                        + " batch INTEGER NOT NULL, trace INTEGER NOT NULL, step INTEGER NOT NULL,"
                        + " candidate INTEGER NOT NULL, annotator TEXT NOT NULL, pass TEXT NOT"
                        + " NULL, kind TEXT NOT NULL)");
        long all =
                MergeSql.update(
                        db,
                        """
                        INSERT INTO temp.merge_event (seq, theirs, batch, trace, step, candidate,
                            annotator, pass, kind)
                        SELECT ? + row_number() OVER (ORDER BY n.place, e.seq), e.seq, e.batch, m.ours,
                            e.step, CASE e.step WHEN -2 THEN c.ours ELSE e.candidate END, e.annotator,
                            e.pass, e.kind
                        FROM other.label_event e CROSS JOIN temp.merge_batch n ON n.theirs = e.batch
                        CROSS JOIN temp.merge_trace m ON m.theirs = e.trace
                        LEFT JOIN temp.merge_trace c ON e.step = -2 AND c.theirs = e.candidate
                        WHERE (e.step <> -2 OR c.ours IS NOT NULL)
                        AND (e.kind <> 'REVISE' OR EXISTS (SELECT 1 FROM other.trace r
                            JOIN temp.merge_trace t ON t.theirs = r.seq WHERE r.id = e.state))
                        """,
                        before);
        MergeSql.update(
                db,
                """
                UPDATE temp.merge_batch SET ours = f.first
                FROM (SELECT batch, min(seq) AS first FROM temp.merge_event GROUP BY batch) f
                WHERE f.batch = merge_batch.theirs
                """);
        return all;
    }

    /** Gives back how many batches were appended. */
    long append() throws SQLException {
        db.execute(
                "CREATE TEMP TABLE merge_prev (seq INTEGER PRIMARY KEY, last INTEGER, last_kind"
                        + " TEXT)");
        MergeSql.update(
                db,
                "INSERT INTO temp.merge_prev (seq, last, last_kind) SELECT seq, lag(seq) OVER h,"
                        + " lag(kind) OVER h FROM temp.merge_event WINDOW h AS (PARTITION BY "
                        + MergeSql.KEY
                        + " ORDER BY seq) ORDER BY seq");
        long batches =
                MergeSql.update(
                        db,
                        """
                        INSERT INTO main.label_batch (seq, uid, action, written_at, annotator,
                            session, millis, accepted, merged)
                        SELECT n.ours, b.uid, b.action, b.written_at, b.annotator, b.session,
                            b.millis, b.accepted, 1
                        FROM temp.merge_batch n CROSS JOIN other.label_batch b ON b.seq = n.theirs
                        WHERE n.ours IS NOT NULL ORDER BY n.ours
                        """);
        MergeSql.update(
                db,
                "INSERT INTO main.label_event (seq, batch, kind, "
                        + MergeSql.KEY
                        + ", verdict, source, rubric_version, labelled_at, ratings, error_kinds,"
                        + " spark, unsure, comment, state, correction, prev)"
                        + " SELECT e.seq, n.ours, e.kind, e.trace, e.step, e.candidate,"
                        + " e.annotator, e.pass, o.verdict, o.source, o.rubric_version,"
                        + " o.labelled_at, o.ratings, o.error_kinds, o.spark, o.unsure, o.comment,"
                        + " o.state, o.correction, CASE WHEN p.last_kind = 'CLEAR' THEN NULL"
                        + " WHEN p.last IS NOT NULL THEN p.last ELSE "
                        + CURRENT
                        + " END FROM temp.merge_event e CROSS JOIN temp.merge_prev p ON p.seq ="
                        + " e.seq CROSS JOIN temp.merge_batch n ON n.theirs = e.batch CROSS JOIN"
                        + " other.label_event o ON o.seq = e.theirs ORDER BY e.seq");
        return batches;
    }
}
