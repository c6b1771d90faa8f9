package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.stepwright.storage.MergeConflict.Kind;

/** Lists where both workspaces differ; asked after everything else. */
final class MergeConflicts {
    private final Db db;
    private final List<MergeConflict> conflicts = new ArrayList<>();
    private long inAll;

    MergeConflicts(Db db) {
        this.db = db;
    }

    /** Remembers which traces are out of sight before the merge. */
    void begin() throws SQLException {
        db.execute("CREATE TEMP TABLE merge_hidden (trace INTEGER PRIMARY KEY)");
        MergeSql.update(
                db, "INSERT OR IGNORE INTO temp.merge_hidden SELECT trace FROM main.hidden");
    }

    void find() throws SQLException {
        traces();
        keys();
        hidden();
    }

    List<MergeConflict> conflicts() {
        return conflicts;
    }

    long inAll() {
        return inAll;
    }

    private void add(MergeConflict conflict) {
        inAll++;
        if (conflicts.size() < MergeReport.MOST_CONFLICTS) {
            conflicts.add(conflict);
        }
    }

    private void traces() throws SQLException {
        try (ResultSet row =
                db.prepare(
                                """
                                SELECT o.id, (SELECT count(*) FROM other.label l
                                    WHERE l.trace = o.seq)
                                FROM other.trace o
                                WHERE o.seq NOT IN (SELECT theirs FROM temp.merge_trace)
                                ORDER BY o.seq
                                """)
                        .executeQuery()) {
            while (row.next()) {
                add(
                        new MergeConflict(
                                Kind.TRACE,
                                row.getString(1),
                                -1,
                                0,
                                "",
                                "the trace of this workspace",
                                "another trace with the same id and " + labels(row.getLong(2))));
            }
        }
    }

    private static String labels(long count) {
        return count == 1 ? "1 label" : count + " labels";
    }

    /** The same key changed in both, and they did not come to the same. */
    private void keys() throws SQLException {
        PreparedStatement select =
                db.prepare(
                        "SELECT t.id, k.ours_wins, o.seq, h.seq FROM temp.merge_key k"
                                + " CROSS JOIN main.label_event o ON o.seq = k.ours"
                                + " CROSS JOIN main.label_event h ON h.seq = k.theirs"
                                + " CROSS JOIN main.trace t ON t.seq = k.trace"
                                + " WHERE k.unknown = 1 AND NOT "
                                + MergeSql.sameOutcome("o", "h")
                                + " ORDER BY k.trace, k.step, k.candidate, k.annotator, k.pass");
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                if (conflicts.size() == MergeReport.MOST_CONFLICTS) {
                    inAll++;
                    continue;
                }
                Event ours = EventLog.find(db, row.getLong(3));
                Event theirs = EventLog.find(db, row.getLong(4));
                boolean oursWins = row.getBoolean(2);
                add(conflict(row.getString(1), oursWins ? ours : theirs, oursWins ? theirs : ours));
            }
        }
    }

    private static MergeConflict conflict(String traceId, Event kept, Event setAside) {
        Event.Key key = kept.key();
        Kind kind =
                switch (key.step()) {
                    case Event.WHOLE_TRACE -> Kind.STATE;
                    case Event.PREFERENCE -> Kind.PREFERENCE;
                    case Event.REVISION -> Kind.CUT;
                    default -> Kind.LABEL;
                };
        return new MergeConflict(
                kind,
                traceId,
                Math.max(-1, key.step()),
                key.isLabel() ? key.candidate() : 0,
                key.annotator(),
                text(kept),
                text(setAside));
    }

    private static String text(Event event) {
        Event.Content content = event.content();
        if (content == null) {
            return "nothing";
        }
        if (!event.key().isLabel()) {
            return event.key().step() == Event.REVISION ? content.state() : words(content.state());
        }
        List<String> parts = new ArrayList<>();
        parts.add(content.verdict() == null ? "no verdict" : words(content.verdict()));
        if (content.ratings() != null) {
            parts.add("ratings");
        }
        if (content.spark()) {
            parts.add("spark");
        }
        if (content.unsure()) {
            parts.add("unsure");
        }
        if (!content.comment().isEmpty()) {
            parts.add("comment");
        }
        if (!content.correction().isEmpty()) {
            parts.add("correction");
        }
        return String.join(", ", parts);
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /**
     * Labels that are out of sight, as a cut was made without knowing them: labels that came now,
     * on a trace that was out of sight here already or is visible there; and labels of ours that
     * the other workspace does not know, on a trace that was visible here.
     */
    private void hidden() throws SQLException {
        PreparedStatement select =
                db.prepare(
                        """
                        SELECT t.id, x.annotator, count(*), (SELECT n.id FROM main.revision r
                            JOIN main.trace n ON n.seq = r.by_trace WHERE r.trace = x.trace)
                        FROM (
                            SELECT k.trace, k.step, k.candidate, k.annotator, k.pass
                            FROM temp.merge_key k
                            CROSS JOIN temp.merge_trace m ON m.ours = k.trace
                            CROSS JOIN main.label_event e ON e.seq = k.last
                            WHERE k.step >= 0 AND e.kind = 'LABEL'
                            AND k.trace IN (SELECT trace FROM main.hidden)
                            AND (k.trace IN (SELECT trace FROM temp.merge_hidden)
                                OR NOT (m.theirs IN (SELECT trace FROM other.revision)
                                    OR m.theirs IN (SELECT trace FROM other.revision_trace)
                                    AND m.theirs NOT IN (SELECT by_trace FROM other.revision)))
                            UNION
                            SELECT l.trace, l.step, l.candidate, l.annotator, l.pass
                            FROM main.hidden v CROSS JOIN main.label l ON l.trace = v.trace
                            CROSS JOIN main.label_event e ON e.seq = l.event
                            CROSS JOIN main.label_batch b ON b.seq = e.batch
                            WHERE v.trace NOT IN (SELECT trace FROM temp.merge_hidden)
                            AND NOT EXISTS (SELECT 1 FROM other.label_batch o WHERE o.uid = b.uid)
                        ) x JOIN main.trace t ON t.seq = x.trace
                        GROUP BY x.trace, x.annotator ORDER BY x.trace, x.annotator
                        """);
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                String by = row.getString(4);
                add(
                        new MergeConflict(
                                Kind.HIDDEN,
                                row.getString(1),
                                -1,
                                0,
                                row.getString(2),
                                by == null ? "the cut that was undone" : by,
                                labels(row.getLong(3))));
            }
        }
    }
}
