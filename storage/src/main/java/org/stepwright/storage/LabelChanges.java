package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.stepwright.label.StepLabel;
import org.stepwright.work.WorkFailed;

/** What a person does to labels, inside a transaction of the writer. */
final class LabelChanges {
    private LabelChanges() {}

    /** Puts labels of one annotator as one undo step. */
    static List<LabelEvent> put(Db db, List<StepLabel> group) throws SQLException {
        long batch = EventLog.nextSeq(db);
        Instant now = Instant.now();
        EventLog.begin(db, batch, LabelEvent.Action.DO, now);
        List<LabelEvent> events = new ArrayList<>(group.size());
        for (StepLabel label : group) {
            long trace = requireStep(db, label.traceId(), label.step(), label.candidate());
            Event.Key key =
                    new Event.Key(trace, label.step(), label.candidate(), label.annotator());
            Event event = event(db, batch + events.size(), batch, key, Event.Content.of(label));
            EventLog.append(db, event);
            events.add(event.seen(label.traceId(), now));
        }
        UndoSteps.did(db, group.get(0).annotator(), batch, group.size());
        return events;
    }

    static LabelEvent clear(Db db, String traceId, int step, int candidate, String annotator)
            throws SQLException {
        long trace = requireStep(db, traceId, step, candidate);
        return one(db, traceId, new Event.Key(trace, step, candidate, annotator), null);
    }

    static LabelEvent finish(
            Db db, String traceId, String annotator, TraceState state, String reason)
            throws SQLException {
        long trace = requireTrace(db, traceId);
        Event.Key key = new Event.Key(trace, Event.WHOLE_TRACE, 0, annotator);
        return one(db, traceId, key, Event.Content.of(state, reason));
    }

    private static LabelEvent one(Db db, String traceId, Event.Key key, Event.Content content)
            throws SQLException {
        long seq = EventLog.nextSeq(db);
        Instant now = Instant.now();
        EventLog.begin(db, seq, LabelEvent.Action.DO, now);
        Event event = event(db, seq, seq, key, content);
        EventLog.append(db, event);
        UndoSteps.did(db, key.annotator(), seq, 1);
        return event.seen(traceId, now);
    }

    private static Event event(Db db, long seq, long batch, Event.Key key, Event.Content content)
            throws SQLException {
        return new Event(seq, batch, key, content, EventLog.current(db, key));
    }

    static long requireTrace(Db db, String traceId) throws SQLException {
        return requireStep(db, traceId, -1, 0);
    }

    /** The trace's number; fails when the trace, the step or the alternative is not there. */
    static long requireStep(Db db, String traceId, int step, int candidate) throws SQLException {
        PreparedStatement select = db.prepare("SELECT seq, step_count FROM trace WHERE id = ?");
        select.setString(1, traceId);
        try (ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new WorkFailed("There is no trace \"" + traceId + "\" in this workspace.");
            }
            if (step >= row.getInt(2) || step < Event.WHOLE_TRACE) {
                throw new WorkFailed("The trace \"" + traceId + "\" has no step " + step + ".");
            }
            long trace = row.getLong(1);
            if (candidate > 0) {
                requireAlternative(db, trace, traceId, step, candidate);
            }
            return trace;
        }
    }

    private static void requireAlternative(
            Db db, long trace, String traceId, int step, int candidate) throws SQLException {
        PreparedStatement select =
                db.prepare(
                        "SELECT coalesce(json_array_length(alternatives), 0) FROM step"
                                + " WHERE trace = ? AND position = ?");
        select.setLong(1, trace);
        select.setInt(2, step);
        try (ResultSet row = select.executeQuery()) {
            if (row.getInt(1) < candidate) {
                throw new WorkFailed(
                        "Step "
                                + step
                                + " of the trace \""
                                + traceId
                                + "\" has no alternative "
                                + candidate
                                + ".");
            }
        }
    }
}
