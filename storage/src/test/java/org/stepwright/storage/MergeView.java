package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What two workspaces are compared by: nothing in it depends on numbers that each gives itself. */
final class MergeView {
    private static final String CONTENT =
            " || '|' || quote(e.verdict) || quote(e.ratings) || quote(e.error_kinds)"
                    + " || e.spark || e.unsure || quote(e.comment) || quote(e.state)"
                    + " || quote(e.correction) || quote(e.source) || quote(e.rubric_version)"
                    + " || quote(e.labelled_at)";

    private static final String HOLDS =
            "SELECT t.id || '|' || x.step || '|' || x.other || '|' || x.annotator || '|' || x.pass,"
                    + " ''"
                    + CONTENT
                    + " FROM (SELECT trace, step, candidate AS other, annotator, pass, event FROM"
                    + " label UNION ALL SELECT trace, -1, 0, annotator, pass, event FROM"
                    + " trace_state WHERE state <> 'OPEN'"
                    + " UNION ALL SELECT p.trace, -2, o.id, annotator, 'LABEL', event FROM"
                    + " preference p JOIN trace o ON o.seq = p.other"
                    + " UNION ALL SELECT trace, -3, 0, '', 'LABEL', event FROM revision) x"
                    + " JOIN trace t ON t.seq = x.trace JOIN label_event e ON e.seq = x.event";

    private MergeView() {}

    /** What each key holds now. */
    static TreeMap<String, String> holds(Workspace workspace) {
        return workspace
                .database()
                .read(
                        db -> {
                            TreeMap<String, String> holds = new TreeMap<>();
                            try (ResultSet row = db.prepare(HOLDS).executeQuery()) {
                                while (row.next()) {
                                    holds.put(row.getString(1), row.getString(2));
                                }
                            }
                            return holds;
                        });
    }

    /** Everything that a merge brings, and what can be seen. */
    static List<String> everything(Workspace workspace) {
        List<String> all = new ArrayList<>();
        holds(workspace).forEach((key, content) -> all.add(key + content));
        all.addAll(uids(workspace));
        Set<String> seen = new TreeSet<>();
        workspace.traces().forEach(TraceFilter.ALL, row -> seen.add("seen " + row.trace().id()));
        all.addAll(seen);
        all.addAll(lines(workspace, "SELECT 'trace ' || id || hex(digest) FROM trace"));
        all.addAll(
                lines(
                        workspace,
                        "SELECT 'step ' || t.id || s.position || s.text FROM step s JOIN trace t ON"
                                + " t.seq = s.trace"));
        all.addAll(
                lines(
                        workspace,
                        "SELECT 'cut ' || t.id FROM revision_trace r JOIN trace t ON t.seq ="
                                + " r.trace"));
        return all;
    }

    /** The names of the batches of the history. */
    static Set<String> uids(Workspace workspace) {
        return new TreeSet<>(
                lines(
                        workspace,
                        "SELECT uid || ' ' || action || ' ' || written_at || ' ' || (SELECT"
                                + " count(*) FROM label_event e WHERE e.batch = b.seq)"
                                + " FROM label_batch b WHERE action <> 'MERGE'"));
    }

    /** The keys that the annotator's next undo is about. */
    static Set<String> keysOfUndo(Workspace workspace, String annotator) {
        return new TreeSet<>(
                lines(
                        workspace,
                        "SELECT t.id || '|' || e.step || '|' || CASE e.step WHEN -2 THEN (SELECT"
                                + " id FROM trace o WHERE o.seq = e.candidate) ELSE e.candidate END"
                                + " || '|' || e.annotator || '|' || e.pass FROM (SELECT * FROM"
                                + " undo_step WHERE undone = 0 AND annotator = ? ORDER BY grp DESC"
                                + " LIMIT 1) u JOIN label_event e ON e.seq >= u.last_batch AND"
                                + " e.seq < u.last_batch + u.last_size JOIN trace t ON t.seq ="
                                + " e.trace",
                        annotator));
    }

    static List<String> lines(Workspace workspace, String sql, String... values) {
        return workspace
                .database()
                .read(
                        db -> {
                            PreparedStatement select = db.prepare(sql + " ORDER BY 1");
                            for (int i = 0; i < values.length; i++) {
                                select.setString(i + 1, values[i]);
                            }
                            List<String> lines = new ArrayList<>();
                            try (ResultSet row = select.executeQuery()) {
                                while (row.next()) {
                                    lines.add(row.getString(1));
                                }
                            }
                            return lines;
                        });
    }
}
