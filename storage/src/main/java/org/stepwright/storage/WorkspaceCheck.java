package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.stepwright.work.WorkFailed;

/** Looks for damage: SQLite's own checks first, then whether the projections follow the events. */
final class WorkspaceCheck {
    private static final int MOST_LINES = 20;

    /** What may not be; a name and a query that counts how often it is. */
    private record Rule(String sentence, String countSql) {}

    private static final List<Rule> RULES =
            List.of(
                    new Rule(
                            "current labels that are not what the events say",
                            """
                            WITH replay AS (
                                SELECT trace, step, candidate, annotator, pass,
                                       max(seq) AS event, kind, verdict
                                FROM label_event WHERE step >= 0
                                GROUP BY trace, step, candidate, annotator, pass)
                            SELECT (SELECT count(*) FROM replay r WHERE r.kind = 'LABEL'
                                    AND NOT EXISTS (SELECT 1 FROM label l
                                        WHERE l.trace = r.trace AND l.step = r.step
                                        AND l.candidate = r.candidate
                                        AND l.annotator = r.annotator AND l.pass = r.pass
                                        AND l.event = r.event
                                        AND l.verdict IS r.verdict))
                                 + abs((SELECT count(*) FROM replay WHERE kind = 'LABEL')
                                       - (SELECT count(*) FROM label))
                            """),
                    new Rule(
                            "states of traces that are not what the events say",
                            """
                            WITH replay AS (
                                SELECT trace, annotator, pass, max(seq) AS event, state
                                FROM label_event WHERE kind = 'STATE'
                                GROUP BY trace, annotator, pass)
                            SELECT (SELECT count(*) FROM replay r
                                    WHERE NOT EXISTS (SELECT 1 FROM trace_state s
                                        WHERE s.trace = r.trace AND s.annotator = r.annotator
                                        AND s.pass = r.pass AND s.event = r.event AND s.state = r.state))
                                 + abs((SELECT count(*) FROM replay)
                                       - (SELECT count(*) FROM trace_state))
                            """),
                    new Rule(
                            "events that do not follow from the events before them",
                            """
                            SELECT count(*) FROM (
                                SELECT prev, lag(seq) OVER history AS last,
                                       lag(kind) OVER history AS last_kind
                                FROM label_event
                                WINDOW history AS (
                                    PARTITION BY trace, step, candidate, annotator, pass
                                    ORDER BY seq))
                            WHERE prev IS NOT CASE WHEN last_kind = 'CLEAR' THEN NULL ELSE last END
                            """),
                    new Rule(
                            "preferences that are not what the events say",
                            """
                            WITH replay AS (
                                SELECT trace, candidate, annotator, max(seq) AS event, kind, state
                                FROM label_event WHERE step = -2
                                GROUP BY trace, candidate, annotator)
                            SELECT (SELECT count(*) FROM replay r WHERE r.kind = 'PREFER'
                                    AND NOT EXISTS (SELECT 1 FROM preference p
                                        WHERE p.trace = r.trace AND p.other = r.candidate
                                        AND p.annotator = r.annotator AND p.event = r.event
                                        AND p.choice = r.state))
                                 + abs((SELECT count(*) FROM replay WHERE kind = 'PREFER')
                                       - (SELECT count(*) FROM preference))
                            """),
                    new Rule(
                            "traces that are replaced otherwise than the events say",
                            """
                            WITH replay AS (
                                SELECT trace, max(seq) AS event, kind, state
                                FROM label_event WHERE step = -3 GROUP BY trace)
                            SELECT (SELECT count(*) FROM replay r WHERE r.kind = 'REVISE'
                                    AND NOT EXISTS (SELECT 1 FROM revision v
                                        JOIN trace t ON t.seq = v.by_trace
                                        WHERE v.trace = r.trace AND v.event = r.event
                                        AND t.id = r.state))
                                 + abs((SELECT count(*) FROM replay WHERE kind = 'REVISE')
                                       - (SELECT count(*) FROM revision))
                            """),
                    new Rule(
                            "traces that are set aside otherwise than was said",
                            """
                            WITH said AS (
                                SELECT trace FROM (SELECT trace, aside, row_number() OVER (
                                    PARTITION BY trace ORDER BY written_at DESC, uid DESC) AS place
                                    FROM set_aside) WHERE place = 1 AND aside = 1)
                            SELECT (SELECT count(*) FROM said
                                    WHERE trace NOT IN (SELECT trace FROM aside))
                                 + (SELECT count(*) FROM aside
                                    WHERE trace NOT IN (SELECT trace FROM said))
                            """),
                    new Rule(
                            "label events of no batch",
                            """
                            SELECT count(*) FROM label_event e WHERE NOT EXISTS
                                (SELECT 1 FROM label_batch b WHERE b.seq = e.batch)
                            """),
                    new Rule(
                            "labels of steps that are not there",
                            """
                            SELECT count(*) FROM label_event e JOIN trace t ON t.seq = e.trace
                            WHERE e.step >= t.step_count OR e.step < -3
                            """),
                    new Rule(
                            "traces whose steps are not all there",
                            """
                            SELECT count(*) FROM trace t WHERE t.step_count <>
                                (SELECT count(*) FROM step s WHERE s.trace = t.seq)
                            """),
                    new Rule(
                            "traces that the search does not know",
                            """
                            SELECT count(*) FROM trace t WHERE NOT EXISTS
                                (SELECT 1 FROM trace_words_docsize d WHERE d.id = t.seq)
                            """));

    private final Database database;

    WorkspaceCheck(Database database) {
        this.database = database;
    }

    static WorkspaceCounts counts(Db db) throws SQLException {
        return new WorkspaceCounts(
                number(db, "SELECT count(*) FROM trace"),
                number(db, "SELECT coalesce(sum(step_count), 0) FROM trace"),
                number(db, "SELECT count(*) FROM label"),
                number(db, "SELECT count(*) FROM label_event"),
                number(db, "SELECT count(*) FROM rubric_version"),
                number(db, "SELECT count(*) FROM run"));
    }

    CheckReport run() {
        List<String> problems = new ArrayList<>();
        WorkspaceCounts counts = new WorkspaceCounts(0, 0, 0, 0, 0, 0);
        try {
            SearchIndex.catchUp(database);
            counts = database.read(db -> inspect(db, problems));
            database.write(Durability.EVERY_COMMIT, WorkspaceCheck::searchIndex);
        } catch (WorkFailed e) {
            problems.add(e.getMessage());
        }
        return new CheckReport(
                problems.isEmpty(),
                problems,
                counts.traces(),
                counts.steps(),
                counts.labels(),
                counts.events());
    }

    private static WorkspaceCounts inspect(Db db, List<String> problems) throws SQLException {
        lines(db, "PRAGMA integrity_check(" + MOST_LINES + ")").stream()
                .filter(line -> !line.equals("ok"))
                .forEach(line -> problems.add("The file is damaged: " + line + "."));
        lines(db, "PRAGMA foreign_key_check").stream()
                .limit(MOST_LINES)
                .forEach(table -> problems.add("A row of \"" + table + "\" points at nothing."));
        for (Rule rule : RULES) {
            long count = number(db, rule.countSql);
            if (count > 0) {
                problems.add("There are " + count + " " + rule.sentence + ".");
            }
        }
        rubrics(db, "rubric_draft", problems);
        rubrics(db, "rubric_version", problems);
        new UndoReplay().compare(db).ifPresent(problems::add);
        return counts(db);
    }

    private static void rubrics(Db db, String table, List<String> problems) throws SQLException {
        String select = "SELECT rubric_id, content, content_hash FROM " + table;
        try (ResultSet row = db.prepare(select).executeQuery()) {
            while (row.next()) {
                if (!Digests.hex(row.getString(2)).equals(row.getString(3))) {
                    problems.add(
                            "The content of the rubric \""
                                    + row.getString(1)
                                    + "\" is not what was saved.");
                }
            }
        }
    }

    /** FTS5 checks its index through a statement that looks like a write. */
    private static Void searchIndex(Db db) throws SQLException {
        db.execute("INSERT INTO trace_words(trace_words) VALUES ('integrity-check')");
        return null;
    }

    private static long number(Db db, String sql) throws SQLException {
        try (ResultSet row = db.prepare(sql).executeQuery()) {
            return row.getLong(1);
        }
    }

    private static List<String> lines(Db db, String sql) throws SQLException {
        PreparedStatement select = db.prepare(sql);
        List<String> lines = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                lines.add(row.getString(1));
            }
        }
        return lines;
    }
}
