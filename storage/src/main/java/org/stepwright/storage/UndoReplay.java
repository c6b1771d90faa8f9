package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Replays all batches of events and says whether the undo steps are what comes out. */
final class UndoReplay {
    private record Step(long group, long batch, int size) {}

    private record History(Deque<Step> done, Deque<Step> undone) {}

    private final Map<String, History> histories = new HashMap<>();

    Optional<String> compare(Db db) throws SQLException {
        replay(db);
        Set<String> expected = new TreeSet<>();
        histories.forEach(
                (annotator, history) -> {
                    history.done.forEach(s -> expected.add(line(annotator, s, 0)));
                    history.undone.forEach(s -> expected.add(line(annotator, s, 1)));
                });
        return expected.equals(stored(db))
                ? Optional.empty()
                : Optional.of("The steps that can be undone are not what the events say.");
    }

    /** Writes the undo steps anew, as they follow from the events. */
    void rewrite(Db db) throws SQLException {
        replay(db);
        db.execute("DELETE FROM undo_step");
        PreparedStatement insert =
                db.prepare(
                        "INSERT INTO undo_step (annotator, grp, undone, last_batch, last_size)"
                                + " VALUES (?, ?, ?, ?, ?)");
        for (Map.Entry<String, History> one : histories.entrySet()) {
            for (Step step : one.getValue().done) {
                insert(insert, one.getKey(), step, 0);
            }
            for (Step step : one.getValue().undone) {
                insert(insert, one.getKey(), step, 1);
            }
        }
    }

    private static void insert(PreparedStatement insert, String annotator, Step step, int undone)
            throws SQLException {
        insert.setString(1, annotator);
        insert.setLong(2, step.group);
        insert.setInt(3, undone);
        insert.setLong(4, step.batch);
        insert.setInt(5, step.size);
        insert.executeUpdate();
    }

    private void replay(Db db) throws SQLException {
        try (ResultSet row =
                db.prepare(
                                "SELECT b.seq, b.action, b.annotator, count(*) FROM label_event e"
                                    + " CROSS JOIN label_batch b ON b.seq = e.batch WHERE b.action"
                                    + " NOT IN ('IMPORT', 'MERGE') AND b.merged = 0 GROUP BY"
                                    + " e.batch ORDER BY e.batch")
                        .executeQuery()) {
            while (row.next()) {
                History history =
                        histories.computeIfAbsent(
                                row.getString(3),
                                who -> new History(new ArrayDeque<>(), new ArrayDeque<>()));
                apply(
                        history,
                        LabelEvent.Action.valueOf(row.getString(2)),
                        row.getLong(1),
                        row.getInt(4));
            }
        }
    }

    private static void apply(History history, LabelEvent.Action action, long batch, int size) {
        switch (action) {
            case DO -> {
                history.undone.clear();
                history.done.push(new Step(batch, batch, size));
            }
            case UNDO -> move(history.done, history.undone, batch, size);
            case REDO -> move(history.undone, history.done, batch, size);
            case IMPORT, MERGE -> {
                // Not an undo step.
            }
        }
    }

    private static void move(Deque<Step> from, Deque<Step> to, long batch, int size) {
        // An undo without anything done before is itself a contradiction: it shows as a difference.
        Step step = from.isEmpty() ? new Step(-1, batch, size) : from.pop();
        to.push(new Step(step.group, batch, size));
    }

    private static Set<String> stored(Db db) throws SQLException {
        Set<String> lines = new TreeSet<>();
        try (ResultSet row =
                db.prepare("SELECT annotator, grp, last_batch, last_size, undone FROM undo_step")
                        .executeQuery()) {
            while (row.next()) {
                Step step = new Step(row.getLong(2), row.getLong(3), row.getInt(4));
                lines.add(line(row.getString(1), step, row.getInt(5)));
            }
        }
        return lines;
    }

    private static String line(String annotator, Step step, int undone) {
        return String.join(
                "\t",
                annotator,
                Long.toString(step.group),
                Long.toString(step.batch),
                Integer.toString(step.size),
                Integer.toString(undone));
    }
}
