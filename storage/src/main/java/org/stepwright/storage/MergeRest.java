package org.stepwright.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.stepwright.label.LabelMode;
import org.stepwright.label.QueueOrder;
import org.stepwright.label.Suggestion;
import org.stepwright.score.Aggregation;
import org.stepwright.score.TraceScore;

/**
 * Adds what is not part of the history of labels. What is here under the same name stays as it is;
 * settings of the project and orders of work are each workspace's own.
 */
final class MergeRest {
    /** Reads a row as the workspace would; fails when that cannot be done. */
    private interface Reading {
        void read(ResultSet row) throws SQLException;
    }

    private static final int LONGEST_UID = 200;

    private final Db db;
    private final OtherFile other;
    private long remarks;
    private long gold;

    MergeRest(Db db, OtherFile other) {
        this.db = db;
        this.other = other;
    }

    void run() throws SQLException {
        requireSound();
        sessions();
        carriedOver();
        machines();
        setAside();
        MergeSql.update(
                db,
                "INSERT OR IGNORE INTO main.saved_view (name, filter, ordering)"
                        + " SELECT name, filter, ordering FROM other.saved_view");
        remarks =
                MergeSql.update(
                        db,
                        """
                        INSERT OR IGNORE INTO main.remark (uid, trace, step, annotator, text,
                            written_at)
                        SELECT r.uid, m.ours, r.step, r.annotator, r.text, r.written_at
                        FROM other.remark r JOIN temp.merge_trace m ON m.theirs = r.trace
                        """);
        gold =
                MergeSql.update(
                        db,
                        """
                        INSERT OR IGNORE INTO main.gold (trace, purpose, added_by, added_at)
                        SELECT m.ours, g.purpose, g.added_by, g.added_at
                        FROM other.gold g JOIN temp.merge_trace m ON m.theirs = g.trace
                        """);
    }

    /** What was set aside or taken back anywhere; the latest holds. */
    private void setAside() throws SQLException {
        MergeSql.update(
                db,
                """
                INSERT OR IGNORE INTO main.set_aside (uid, trace, aside, reason, annotator,
                    written_at)
                SELECT s.uid, m.ours, s.aside, s.reason, s.annotator, s.written_at
                FROM other.set_aside s JOIN temp.merge_trace m ON m.theirs = s.trace
                """);
        SetAsideStore.project(db);
    }

    long remarks() {
        return remarks;
    }

    long gold() {
        return gold;
    }

    private void sessions() throws SQLException {
        MergeSql.update(
                db,
                "INSERT OR IGNORE INTO main.session (id, annotator, mode, ordering, shown,"
                        + " started_at, ended_at) SELECT id, annotator, mode, ordering, shown,"
                        + " started_at, ended_at FROM other.session");
        MergeSql.update(
                db,
                "UPDATE main.session SET ended_at = o.ended_at FROM other.session o"
                        + " WHERE o.id = session.id AND session.ended_at IS NULL");
    }

    /** What was decided about labels under another version, and what is to be looked at again. */
    private void carriedOver() throws SQLException {
        MergeSql.update(
                db,
                """
                INSERT OR IGNORE INTO main.carry_over (batch, from_version, to_version, decided_by,
                    moves)
                SELECT n.ours, c.from_version, c.to_version, c.decided_by, c.moves
                FROM other.carry_over c JOIN temp.merge_batch n ON n.theirs = c.batch
                WHERE n.ours IS NOT NULL
                """);
        MergeSql.update(
                db,
                """
                INSERT INTO main.revisit (trace, step, candidate, annotator, rubric_version,
                    criterion, dismissed)
                SELECT m.ours, r.step, r.candidate, r.annotator, r.rubric_version, r.criterion,
                    r.dismissed
                FROM other.revisit r JOIN temp.merge_trace m ON m.theirs = r.trace WHERE 1
                ON CONFLICT DO UPDATE SET dismissed = max(dismissed, excluded.dismissed)
                """);
    }

    private void machines() throws SQLException {
        MergeSql.update(
                db,
                """
                INSERT INTO main.suggestion (trace, step, source, ordinal, reward, message, made_at)
                SELECT m.ours, s.step, s.source, s.ordinal, s.reward, s.message, s.made_at
                FROM other.suggestion s JOIN temp.merge_trace m ON m.theirs = s.trace
                WHERE (m.ours, s.source) NOT IN (SELECT trace, source FROM main.suggestion)
                """);
        MergeSql.update(
                db,
                """
                INSERT OR IGNORE INTO main.run (id, kind, name, started_at, ended_at, status,
                    recipe, rubric_version, manifest_json, result_json, model_path)
                SELECT id, kind, name, started_at, ended_at, status, recipe, rubric_version,
                    manifest_json, result_json, model_path FROM other.run
                """);
        MergeSql.update(
                db,
                """
                INSERT OR IGNORE INTO main.score (run_id, trace_id, model, step_rewards,
                    trace_reward, aggregation, first_error, rubric_version, made_at)
                SELECT run_id, trace_id, model, step_rewards, trace_reward, aggregation,
                    first_error, rubric_version, made_at FROM other.score ORDER BY seq
                """);
    }

    private void requireSound() throws SQLException {
        each(
                "SELECT id, annotator, mode, ordering, shown, started_at, ended_at"
                        + " FROM other.session",
                MergeRest::session);
        each("SELECT name, filter, ordering FROM other.saved_view", MergeRest::view);
        each("SELECT added_at FROM other.gold", row -> Instant.parse(row.getString(1)));
        each("SELECT uid, step, annotator, text, written_at FROM other.remark", MergeRest::remark);
        each("SELECT uid, reason, annotator, written_at FROM other.set_aside", MergeRest::setAside);
        each(
                "SELECT s.step, s.source, s.reward, s.message, s.made_at, t.step_count"
                        + " FROM other.suggestion s JOIN other.trace t ON t.seq = s.trace",
                MergeRest::suggestion);
        each(
                "SELECT trace_id, step_rewards, trace_reward, aggregation, first_error, model,"
                        + " rubric_version, made_at FROM other.score",
                MergeRest::score);
        each(
                "SELECT id, kind, name, started_at, ended_at, status, recipe, rubric_version,"
                        + " manifest_json, result_json, model_path FROM other.run",
                MergeRest::run);
        each(
                "SELECT r.step, t.step_count FROM (SELECT trace, step FROM other.remark"
                        + " UNION ALL SELECT trace, step FROM other.revisit) r"
                        + " JOIN other.trace t ON t.seq = r.trace",
                row -> requireUnder(row.getLong(1), row.getInt(2)));
    }

    private void each(String select, Reading reading) throws SQLException {
        try (ResultSet row = db.prepare(select).executeQuery()) {
            while (row.next()) {
                reading.read(row);
            }
        } catch (RuntimeException e) {
            throw other.damaged(e);
        }
    }

    private static void requireUnder(long step, int steps) {
        require(step < steps);
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("This program would not have written it.");
        }
    }

    private static void session(ResultSet row) throws SQLException {
        String ended = row.getString(7);
        List<String> shown = Json.strings(row.getString(5));
        new LabelSession(
                row.getString(1),
                row.getString(2),
                LabelMode.valueOf(row.getString(3)),
                QueueOrder.valueOf(row.getString(4)),
                shown,
                Instant.parse(row.getString(6)),
                ended == null ? null : Instant.parse(ended));
    }

    private static void view(ResultSet row) throws SQLException {
        String name = row.getString(1);
        SavedView view =
                new SavedView(name, row.getString(2), QueueOrder.valueOf(row.getString(3)));
        require(
                view.name().equals(name)
                        && !name.isEmpty()
                        && name.length() <= SavedView.MOST_NAME
                        && view.filter().length() <= SavedView.MOST_FILTER);
    }

    private static void remark(ResultSet row) throws SQLException {
        Remark remark =
                new Remark(
                        row.getString(1),
                        "any",
                        Math.toIntExact(row.getLong(2)),
                        row.getString(3),
                        row.getString(4),
                        Instant.parse(row.getString(5)));
        require(remark.text().length() <= Remark.MOST_TEXT);
    }

    private static void setAside(ResultSet row) throws SQLException {
        require(!row.getString(1).isEmpty() && row.getString(1).length() <= LONGEST_UID);
        require(row.getString(2).length() <= SetAsideStore.MOST_REASON);
        String at = row.getString(4);
        require(Stamps.write(Instant.parse(at)).equals(at));
    }

    private static void suggestion(ResultSet row) throws SQLException {
        requireUnder(row.getLong(1), row.getInt(6));
        new Suggestion(
                "any",
                row.getInt(1),
                row.getString(2),
                row.getDouble(3),
                row.getString(4),
                Instant.parse(row.getString(5)));
    }

    private static void score(ResultSet row) throws SQLException {
        new TraceScore(
                row.getString(1),
                Json.numbers(row.getString(2)),
                row.getDouble(3),
                Aggregation.valueOf(row.getString(4)),
                row.getInt(5),
                row.getString(6),
                row.getString(7));
        Instant.parse(row.getString(8));
    }

    private static void run(ResultSet row) throws SQLException {
        String ended = row.getString(5);
        new Run(
                row.getString(1),
                Run.Kind.valueOf(row.getString(2)),
                row.getString(3),
                Instant.parse(row.getString(4)),
                ended == null ? null : Instant.parse(ended),
                Run.Status.valueOf(row.getString(6)),
                row.getString(7),
                row.getString(8),
                Json.requireObjectOrEmpty(row.getString(9), "manifest"),
                Json.requireObjectOrEmpty(row.getString(10), "result"),
                row.getString(11));
    }
}
