package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.stepwright.label.LabelPass;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.trace.Trace;
import org.stepwright.work.WorkFailed;

/**
 * Traces whose steps were cut anew. Traces never change: the new cut is a trace of its own that
 * replaces the old one in every list, and the labels follow as one undo step.
 */
final class Revisions {
    private record State(String annotator, LabelPass pass, TraceState state, String reason) {}

    private Revisions() {}

    static List<LabelEvent> revise(
            Db db,
            String traceId,
            Trace revised,
            List<StepLabel> followed,
            String annotator,
            Act act)
            throws SQLException {
        long old = LabelChanges.requireTrace(db, traceId);
        if (!head(db, traceId).equals(traceId)) {
            throw new WorkFailed(
                    "The steps of \""
                            + traceId
                            + "\" were already cut anew; open the trace again to go on with the"
                            + " newest steps.");
        }
        long cut = add(db, revised);
        NewBatch batch = NewBatch.begin(db, annotator, act);
        List<LabelEvent> events = new ArrayList<>();
        Event replaced =
                batch.append(
                        Event.Key.revision(old), Event.Content.replacedBy(revised.id(), annotator));
        events.add(replaced.seen(traceId, batch.at()));
        for (StepLabel label : followed) {
            Event event = batch.append(Event.Key.of(cut, label), Event.Content.of(label));
            events.add(event.seen(revised.id(), batch.at()));
        }
        for (State state : states(db, old)) {
            Event event =
                    batch.append(
                            Event.Key.state(cut, state.annotator, state.pass),
                            Event.Content.of(state.state, state.reason));
            events.add(event.seen(revised.id(), batch.at()));
        }
        batch.end();
        return events;
    }

    private static long add(Db db, Trace revised) throws SQLException {
        List<LabelledTrace> row = List.of(new LabelledTrace(revised, List.of()));
        AddResult added = new TraceAdder(db).add(row, List.of(new Digests().of(revised)));
        if (!added.clashes().isEmpty()) {
            throw new WorkFailed(added.clashes().get(0).reason());
        }
        long seq = LabelChanges.requireTrace(db, revised.id());
        PreparedStatement mark =
                db.prepare("INSERT OR IGNORE INTO revision_trace (trace) VALUES (?)");
        mark.setLong(1, seq);
        mark.executeUpdate();
        return seq;
    }

    private static List<State> states(Db db, long trace) throws SQLException {
        PreparedStatement select =
                db.prepare(
                        "SELECT s.annotator, s.pass, s.state, coalesce(e.comment, '') FROM"
                                + " trace_state s JOIN label_event e ON e.seq = s.event"
                                + " WHERE s.trace = ? AND s.state <> 'OPEN'"
                                + " ORDER BY s.annotator, s.pass");
        select.setLong(1, trace);
        List<State> states = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                states.add(
                        new State(
                                row.getString(1),
                                LabelPass.valueOf(row.getString(2)),
                                TraceState.valueOf(row.getString(3)),
                                row.getString(4)));
            }
        }
        return states;
    }

    /** The trace that stands for this one now: itself, or the end of the chain of its cuts. */
    static String head(Db db, String traceId) throws SQLException {
        PreparedStatement select =
                db.prepare(
                        "WITH RECURSIVE chain (trace, length) AS ("
                                + " SELECT seq, 0 FROM trace WHERE id = ?"
                                + " UNION SELECT r.by_trace, c.length + 1 FROM chain c"
                                + " JOIN revision r ON r.trace = c.trace WHERE c.length < 10000)"
                                + " SELECT t.id FROM chain c JOIN trace t ON t.seq = c.trace"
                                + " ORDER BY c.length DESC LIMIT 1");
        select.setString(1, traceId);
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? row.getString(1) : traceId;
        }
    }
}
