package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

/** Looks for damage: SQLite's own checks first, then whether the projections follow the events. */
final class WorkspaceCheck {
    private static final int MOST_LINES = 20;

    /** What is done beside the rules, each as long as one of them for the bar. */
    private static final int OTHER_PARTS = 6;

    private final Database database;
    private final Progress progress;
    private final List<String> problems = new ArrayList<>();
    private int done;

    WorkspaceCheck(Database database, Progress progress) {
        this.database = database;
        this.progress = progress;
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
        WorkspaceCounts counts = new WorkspaceCounts(0, 0, 0, 0, 0, 0);
        try {
            SearchIndex.catchUp(database);
            SlicePlaces.catchUp(database);
            counts = database.read(this::inspectUnlessCancelled);
            tell("Checking the search");
            database.write(Durability.EVERY_COMMIT, WorkspaceCheck::searchIndex);
        } catch (WorkFailed e) {
            progress.checkCancelled();
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

    private void tell(String what) {
        progress.checkCancelled();
        progress.report(done++, OTHER_PARTS + CheckRule.ALL.size(), what);
    }

    private WorkspaceCounts inspectUnlessCancelled(Db db) throws SQLException {
        db.interruptWhen(progress::isCancelled);
        try {
            return inspect(db);
        } finally {
            db.interruptWhen(null);
        }
    }

    private WorkspaceCounts inspect(Db db) throws SQLException {
        tell("Reading the whole file");
        lines(db, "PRAGMA integrity_check(" + MOST_LINES + ")").stream()
                .filter(line -> !line.equals("ok"))
                .forEach(line -> problems.add("The file is damaged: " + line + "."));
        tell("Following references");
        lines(db, "PRAGMA foreign_key_check").stream()
                .limit(MOST_LINES)
                .forEach(table -> problems.add("A row of \"" + table + "\" points at nothing."));
        for (CheckRule rule : CheckRule.ALL) {
            tell("Comparing what is shown with the history");
            long count = number(db, rule.countSql());
            if (count > 0) {
                problems.add("There are " + count + " " + rule.sentence() + ".");
            }
        }
        rubrics(db, "rubric_draft");
        rubrics(db, "rubric_version");
        tell("Going through what can be undone");
        new UndoReplay().compare(db).ifPresent(problems::add);
        tell("Reading every trace");
        new TraceCheck(db, progress).run().forEach(problems::add);
        tell("Counting");
        return counts(db);
    }

    private void rubrics(Db db, String table) throws SQLException {
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
