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

    /**
     * Whether a change of the past cannot be turned round without hiding what somebody else said
     * since: undoing a cut hides the new steps, doing it again hides the old ones.
     *
     * @param done the events that are to be turned round, of one batch
     * @param annotator who does it
     */
    static boolean othersWentOn(Db db, List<Event> done, String annotator) throws SQLException {
        for (Event event : done) {
            if (event.key().step() == Event.REVISION) {
                boolean brings = UndoSteps.before(db, event) == null;
                long hidden = brings ? replacement(db, event.key().trace()) : event.key().trace();
                return saidSince(db, hidden, lastOf(done), annotator);
            }
        }
        return false;
    }

    private static long lastOf(List<Event> done) {
        return done.stream().mapToLong(Event::seq).max().orElse(0);
    }

    /** The trace that replaces another one now; 0 for none. */
    private static long replacement(Db db, long trace) throws SQLException {
        PreparedStatement select = db.prepare("SELECT by_trace FROM revision WHERE trace = ?");
        select.setLong(1, trace);
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    /** Labels that followed a cut are of others, too; who wrote them tells who said something. */
    private static boolean saidSince(Db db, long trace, long seq, String annotator)
            throws SQLException {
        PreparedStatement select =
                db.prepare(
                        "SELECT 1 FROM label_event e JOIN label_batch b ON b.seq = e.batch"
                                + " WHERE e.seq > ? AND e.trace = ? AND b.annotator <> ?"
                                + " AND b.annotator <> ''"
                                + " AND e.kind IN ('LABEL', 'STATE', 'PREFER') LIMIT 1");
        select.setLong(1, seq);
        select.setLong(2, trace);
        select.setString(3, annotator);
        try (ResultSet row = select.executeQuery()) {
            return row.next();
        }
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
