package org.stepwright.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.stepwright.work.Progress;
import org.stepwright.work.WorkFailed;

/**
 * Makes anew what follows from the history: current labels, states, comparisons, replaced traces,
 * undo steps, traces that are set aside, the search and the places for the random slice. The
 * history itself is only read.
 */
final class WorkspaceRepair {
    private final Database database;
    private final Progress progress;

    WorkspaceRepair(Database database, Progress progress) {
        this.database = database;
        this.progress = progress;
    }

    /**
     * @throws WorkFailed when the file itself is damaged; nothing was changed
     */
    void run() {
        progress.report(0, 4, "Reading the whole file");
        database.read(this::requireSound);
        progress.checkCancelled();
        progress.report(1, 4, "Making labels from the history");
        database.write(Durability.EVERY_COMMIT, this::projections);
        progress.report(2, 4, "Making the search anew");
        database.write(Durability.EVERY_COMMIT, this::forgetDerived);
        SearchIndex.catchUp(database);
        progress.report(3, 4, "Placing problems for the random slice");
        SlicePlaces.catchUp(database);
    }

    private Void requireSound(Db db) throws SQLException {
        try (ResultSet row = db.prepare("PRAGMA quick_check(1)").executeQuery()) {
            if (!row.next() || !row.getString(1).equals("ok")) {
                throw new Damaged(
                        "The file itself is damaged, so nothing in it can be made anew; restore a"
                                + " backup.",
                        null);
            }
        }
        return null;
    }

    private Void projections(Db db) throws SQLException {
        db.execute("DELETE FROM label");
        db.execute(
                "INSERT INTO label (trace, step, candidate, annotator, pass, verdict, event)"
                        + " SELECT trace, step, candidate, annotator, pass, verdict, event FROM"
                        + " (SELECT trace, step, candidate, annotator, pass, verdict, kind,"
                        + " max(seq) AS event FROM label_event WHERE step >= 0"
                        + " GROUP BY trace, step, candidate, annotator, pass)"
                        + " WHERE kind = 'LABEL'");
        db.execute("DELETE FROM trace_state");
        db.execute(
                "INSERT INTO trace_state (trace, annotator, pass, state, event)"
                        + " SELECT trace, annotator, pass, state, event FROM"
                        + " (SELECT trace, annotator, pass, state, max(seq) AS event"
                        + " FROM label_event WHERE kind = 'STATE'"
                        + " GROUP BY trace, annotator, pass)");
        db.execute("DELETE FROM preference");
        db.execute(
                "INSERT INTO preference (trace, other, annotator, choice, event)"
                        + " SELECT trace, candidate, annotator, state, event FROM"
                        + " (SELECT trace, candidate, annotator, state, kind, max(seq) AS event"
                        + " FROM label_event WHERE step = -2"
                        + " GROUP BY trace, candidate, annotator) WHERE kind = 'PREFER'");
        db.execute("DELETE FROM revision");
        db.execute(
                "INSERT INTO revision (trace, by_trace, event)"
                        + " SELECT r.trace, t.seq, r.event FROM"
                        + " (SELECT trace, state, kind, max(seq) AS event FROM label_event"
                        + " WHERE step = -3 GROUP BY trace) r"
                        + " JOIN trace t ON t.id = r.state WHERE r.kind = 'REVISE'");
        SetAsideStore.project(db);
        new UndoReplay().rewrite(db);
        return null;
    }

    private Void forgetDerived(Db db) throws SQLException {
        SearchIndex.begin(db);
        db.execute("DELETE FROM slice_place");
        return null;
    }
}
