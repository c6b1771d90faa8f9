package org.stepwright.storage;

import java.sql.SQLException;

/**
 * Says what holds now for every key that an appended event is about: what the latest batch of the
 * union by (written_at, uid) says. Where that is not the event appended last, an event of a batch
 * of action MERGE says it again. Two workspaces that know the same batches so say the same, in
 * whatever order they came to know them.
 *
 * <p>Leaves {@code merge_key}: for each such key the last appended event ({@code theirs}), the
 * latest that was here ({@code ours}, null if none), whether ours wins, whether the other workspace
 * did not know some of ours ({@code unknown}), and what was current ({@code current}).
 */
final class MergeWinners {
    private static final String KEYS =
            "trace INTEGER NOT NULL, step INTEGER NOT NULL, candidate INTEGER NOT NULL,"
                    + " annotator TEXT NOT NULL, pass TEXT NOT NULL, ";
    private static final String KEY_IS_PRIMARY = ", PRIMARY KEY (" + MergeSql.KEY + "))";

    private final Db db;
    private final long before;
    private long labelsChanged;
    private long preferencesChanged;

    /**
     * @param before the number of the last event that was here
     */
    MergeWinners(Db db, long before) {
        this.db = db;
        this.before = before;
    }

    void run() throws SQLException {
        find();
        sayAgain();
        labelsChanged = changed("k.step >= 0", "main.label c ON " + MergeSql.sameKey("c", "k"));
        preferencesChanged =
                changed(
                        "k.step = -2",
                        "main.preference c ON c.trace = k.trace AND c.other = k.candidate AND"
                                + " c.annotator = k.annotator");
        projectLabels();
        projectRest();
    }

    long labelsChanged() {
        return labelsChanged;
    }

    long preferencesChanged() {
        return preferencesChanged;
    }

    private void find() throws SQLException {
        db.execute(
                "CREATE TEMP TABLE merge_key ("
                        + KEYS
                        + "theirs INTEGER NOT NULL, stamp TEXT NOT NULL, ours INTEGER,"
                        + " ours_wins INTEGER NOT NULL DEFAULT 0, unknown INTEGER NOT NULL DEFAULT"
                        + " 0, last INTEGER NOT NULL"
                        + KEY_IS_PRIMARY
                        + " WITHOUT ROWID");
        // Of a query with one max, SQLite takes other columns from the row that has it.
        MergeSql.update(
                db,
                "INSERT INTO temp.merge_key ("
                        + MergeSql.KEY
                        + ", theirs, stamp, last) SELECT "
                        + MergeSql.KEY
                        + ", k.seq, n.written_at || ' ' || n.uid, k.seq FROM (SELECT "
                        + MergeSql.KEY
                        + ", max(seq) AS seq, batch FROM temp.merge_event GROUP BY "
                        + MergeSql.KEY
                        + ") k CROSS JOIN temp.merge_batch n ON n.theirs = k.batch");
        db.execute(
                "CREATE TEMP TABLE merge_ours ("
                        + KEYS
                        + "seq INTEGER NOT NULL, stamp TEXT NOT NULL, unknown INTEGER NOT NULL"
                        + KEY_IS_PRIMARY
                        + " WITHOUT ROWID");
        // written_at has a fixed length; a uid is in one of the two sides only.
        MergeSql.update(
                db,
                "INSERT INTO temp.merge_ours ("
                        + MergeSql.KEY
                        + ", seq, stamp, unknown) SELECT k.trace, k.step, k.candidate,"
                        + " k.annotator, k.pass, e.seq, max(b.written_at || ' ' || b.uid ||"
                        + " printf(' %012d', e.seq - e.batch)), sum(NOT EXISTS (SELECT 1 FROM"
                        + " other.label_batch o WHERE o.uid = b.uid)) > 0"
                        + " FROM main.label_event e CROSS JOIN temp.merge_key k ON "
                        + MergeSql.sameKey("k", "e")
                        + " CROSS JOIN main.label_batch b ON b.seq = e.batch"
                        + " WHERE e.seq <= ? AND b.action <> 'MERGE'"
                        + " GROUP BY k.trace, k.step, k.candidate, k.annotator, k.pass",
                before);
        MergeSql.update(
                db,
                "UPDATE temp.merge_key SET ours = o.seq, unknown = o.unknown,"
                        + " ours_wins = (o.stamp > merge_key.stamp) FROM temp.merge_ours o WHERE "
                        + MergeSql.sameKey("o", "merge_key"));
    }

    private void sayAgain() throws SQLException {
        if (MergeSql.number(db, "SELECT count(*) FROM temp.merge_key WHERE ours_wins = 1") == 0) {
            return;
        }
        long batch = EventLog.nextSeq(db);
        Batches.begin(db, batch, LabelEvent.Action.MERGE, "", Act.NONE);
        db.execute(
                "CREATE TEMP TABLE merge_again (seq INTEGER PRIMARY KEY, "
                        + KEYS
                        + "ours INTEGER NOT NULL, theirs INTEGER NOT NULL)");
        MergeSql.update(
                db,
                "INSERT INTO temp.merge_again (seq, "
                        + MergeSql.KEY
                        + ", ours, theirs) SELECT ? - 1 + row_number() OVER (ORDER BY "
                        + MergeSql.KEY
                        + "), "
                        + MergeSql.KEY
                        + ", ours, theirs FROM temp.merge_key WHERE ours_wins = 1",
                batch);
        MergeSql.update(
                db,
                "INSERT INTO main.label_event (seq, batch, kind, "
                        + MergeSql.KEY
                        + ", verdict, source, rubric_version, labelled_at, ratings, error_kinds,"
                        + " spark, unsure, comment, state, correction, prev)"
                        + " SELECT a.seq, ?, w.kind, a.trace, a.step, a.candidate, a.annotator,"
                        + " a.pass, w.verdict, w.source, w.rubric_version, w.labelled_at,"
                        + " w.ratings, w.error_kinds, w.spark, w.unsure, w.comment, w.state,"
                        + " w.correction, CASE l.kind WHEN 'CLEAR' THEN NULL ELSE l.seq END"
                        + " FROM temp.merge_again a CROSS JOIN main.label_event w ON w.seq = a.ours"
                        + " CROSS JOIN main.label_event l ON l.seq = a.theirs ORDER BY a.seq",
                batch);
        MergeSql.update(
                db,
                "UPDATE temp.merge_key SET last = a.seq FROM temp.merge_again a WHERE "
                        + MergeSql.sameKey("a", "merge_key"));
    }

    /** How many keys say something else than before; asked before the projections follow. */
    private long changed(String which, String current) throws SQLException {
        return MergeSql.number(
                db,
                "SELECT count(*) FROM temp.merge_key k CROSS JOIN main.label_event n ON n.seq ="
                        + " k.last LEFT JOIN "
                        + current
                        + " LEFT JOIN main.label_event w ON w.seq = c.event WHERE "
                        + which
                        + " AND NOT "
                        + MergeSql.sameOutcome("n", "w"));
    }

    private void projectLabels() throws SQLException {
        MergeSql.update(
                db,
                "DELETE FROM main.label WHERE ("
                        + MergeSql.KEY
                        + ") IN (SELECT k.trace, k.step, k.candidate, k.annotator, k.pass"
                        + last("k.step >= 0 AND e.kind = 'CLEAR'")
                        + ")");
        MergeSql.update(
                db,
                "INSERT OR REPLACE INTO main.label ("
                        + MergeSql.KEY
                        + ", verdict, event) SELECT k.trace, k.step, k.candidate, k.annotator,"
                        + " k.pass, e.verdict, e.seq"
                        + last("k.step >= 0 AND e.kind = 'LABEL'"));
    }

    private void projectRest() throws SQLException {
        MergeSql.update(
                db,
                "DELETE FROM main.trace_state WHERE (trace, annotator, pass) IN (SELECT k.trace,"
                        + " k.annotator, k.pass"
                        + last("k.step = -1 AND e.kind = 'CLEAR'")
                        + ")");
        MergeSql.update(
                db,
                "INSERT OR REPLACE INTO main.trace_state (trace, annotator, pass, state, event)"
                        + " SELECT k.trace, k.annotator, k.pass, e.state, e.seq"
                        + last("k.step = -1 AND e.kind = 'STATE'"));
        MergeSql.update(
                db,
                "DELETE FROM main.preference WHERE (trace, other, annotator) IN (SELECT k.trace,"
                        + " k.candidate, k.annotator"
                        + last("k.step = -2 AND e.kind = 'CLEAR'")
                        + ")");
        MergeSql.update(
                db,
                "INSERT OR REPLACE INTO main.preference (trace, other, annotator, choice, event)"
                        + " SELECT k.trace, k.candidate, k.annotator, e.state, e.seq"
                        + last("k.step = -2 AND e.kind = 'PREFER'"));
        MergeSql.update(
                db,
                "DELETE FROM main.revision WHERE trace IN (SELECT k.trace"
                        + last("k.step = -3 AND e.kind = 'CLEAR'")
                        + ")");
        MergeSql.update(
                db,
                "INSERT OR REPLACE INTO main.revision (trace, by_trace, event) SELECT k.trace,"
                        + " (SELECT t.seq FROM main.trace t WHERE t.id = e.state), e.seq"
                        + last("k.step = -3 AND e.kind = 'REVISE'"));
    }

    private static String last(String which) {
        return " FROM temp.merge_key k CROSS JOIN main.label_event e ON e.seq = k.last WHERE "
                + which;
    }
}
