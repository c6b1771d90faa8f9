package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.stepwright.label.Preference;
import org.stepwright.work.Progress;

/** Lets no event in that a sound workspace could not have written. */
final class MergeGuard {
    /** Later than this, the times of a file are noise, not a clock that is wrong. */
    private static final Duration FAR_AHEAD = Duration.ofDays(3660);

    private static final int LONGEST_UID = 200;

    private static final String MISPLACED =
            """
            SELECT count(*) FROM main.label_event e CROSS JOIN main.trace t ON t.seq = e.trace
            WHERE e.seq > ? AND NOT CASE
                WHEN e.verdict NOT IN ('WRONG', 'NEUTRAL', 'CORRECT') THEN 0
                WHEN e.step >= 0 THEN e.step < t.step_count AND e.kind IN ('LABEL', 'CLEAR')
                    AND (e.candidate = 0 OR e.candidate BETWEEN 1 AND
                        (SELECT coalesce(json_array_length(s.alternatives), 0) FROM main.step s
                         WHERE s.trace = e.trace AND s.position = e.step))
                WHEN e.step = -1 THEN e.kind IN ('STATE', 'CLEAR') AND e.candidate = 0
                WHEN e.step = -2 THEN e.kind IN ('PREFER', 'CLEAR') AND e.pass = 'LABEL'
                WHEN e.step = -3 THEN e.kind IN ('REVISE', 'CLEAR') AND e.pass = 'LABEL'
                    AND e.candidate = 0 AND e.annotator = ''
                ELSE 0 END
            """;

    /** A trace is replaced by one that was made by cutting its steps. */
    private static final String WRONG_CUTS =
            """
            SELECT count(*) FROM main.label_event e JOIN main.trace t ON t.id = e.state
            WHERE e.seq > ? AND e.kind = 'REVISE'
            AND t.seq NOT IN (SELECT trace FROM main.revision_trace)
            """;

    /** Replaced traces from which no chain of cuts leads to one that is shown. */
    private static final String CIRCLES =
            """
            WITH RECURSIVE ending (trace) AS (
                SELECT r.trace FROM main.revision r
                WHERE r.by_trace NOT IN (SELECT trace FROM main.revision)
                UNION SELECT r.trace FROM ending e JOIN main.revision r ON r.by_trace = e.trace)
            SELECT (SELECT count(*) FROM main.revision) - (SELECT count(*) FROM ending)
            """;

    private final Db db;
    private final OtherFile other;

    MergeGuard(Db db, OtherFile other) {
        this.db = db;
        this.other = other;
    }

    /** Batches that are to be appended. */
    void requireSoundBatches(Instant now) throws SQLException {
        String latest = Stamps.write(now.plus(FAR_AHEAD));
        try (ResultSet row =
                db.prepare("SELECT written_at, uid FROM temp.merge_batch").executeQuery()) {
            while (row.next()) {
                String written = row.getString(1);
                String uid = row.getString(2);
                if (!Stamps.write(Instant.parse(written)).equals(written)
                        || written.compareTo(latest) > 0
                        || uid.isBlank()
                        || uid.length() > LONGEST_UID) {
                    throw other.damaged(null);
                }
            }
        } catch (RuntimeException e) {
            throw other.damaged(e);
        }
    }

    /**
     * Events that were appended.
     *
     * @param before the number of the last event that was here
     * @param all how many came
     */
    void requireSoundEvents(long before, long all, Progress progress) throws SQLException {
        if (MergeSql.number(db, MISPLACED, before) > 0) {
            throw other.damaged(null);
        }
        long[] done = {0};
        try {
            EventLog.forEach(
                    db,
                    before,
                    event -> {
                        if (++done[0] % 10_000 == 0) {
                            progress.checkCancelled();
                            progress.report(done[0], all, "Looking through the labels");
                        }
                        requireSound(event);
                    });
        } catch (IllegalArgumentException e) {
            throw other.damaged(e);
        }
        requireSoundPairs(before);
    }

    /**
     * Lets nothing hide a trace without showing another in its place; called when it is known which
     * cuts hold now.
     *
     * @param before the number of the last event that was here
     */
    void requireSoundCuts(long before) throws SQLException {
        if (MergeSql.number(db, WRONG_CUTS, before) > 0 || MergeSql.number(db, CIRCLES) > 0) {
            throw other.damaged(null);
        }
    }

    private void requireSound(Event event) {
        try {
            Event.Content content = event.content();
            if (event.key().step() != Event.REVISION && event.key().annotator().isBlank()) {
                throw other.damaged(null);
            }
            if (content != null && event.key().isLabel()) {
                event.label("any");
            } else if (content != null && event.key().isState()) {
                TraceState.valueOf(content.state());
            }
        } catch (RuntimeException e) {
            throw other.damaged(e);
        }
    }

    private void requireSoundPairs(long before) throws SQLException {
        PreparedStatement select =
                db.prepare(
                        "SELECT a.id, b.id, e.state, coalesce(e.comment, ''), e.annotator FROM"
                                + " main.label_event e JOIN main.trace a ON a.seq = e.trace"
                                + " JOIN main.trace b ON b.seq = e.candidate"
                                + " WHERE e.seq > ? AND e.kind = 'PREFER'");
        select.setLong(1, before);
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                new Preference(
                        row.getString(1),
                        row.getString(2),
                        Preference.Choice.valueOf(row.getString(3)),
                        row.getString(4),
                        row.getString(5),
                        Instant.EPOCH);
            }
        } catch (RuntimeException e) {
            throw other.damaged(e);
        }
    }
}
