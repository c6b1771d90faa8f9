package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.stepwright.label.LabelPass;
import org.stepwright.label.Preference;
import org.stepwright.label.StepLabel;
import org.stepwright.work.WorkFailed;

/** What a person does to labels, inside a transaction of the writer. */
final class LabelChanges {
    private LabelChanges() {}

    /**
     * Puts labels as one undo step.
     *
     * @param annotator who acts
     */
    static List<LabelEvent> put(Db db, List<StepLabel> group, String annotator, Act act)
            throws SQLException {
        NewBatch batch = NewBatch.begin(db, annotator, act);
        List<LabelEvent> events = new ArrayList<>(group.size());
        for (StepLabel label : group) {
            long trace = requireStep(db, label.traceId(), label.step(), label.candidate());
            Event event = batch.append(Event.Key.of(trace, label), Event.Content.of(label));
            events.add(event.seen(label.traceId(), batch.at()));
        }
        batch.end();
        return events;
    }

    static LabelEvent clear(
            Db db,
            String traceId,
            int step,
            int candidate,
            String annotator,
            LabelPass pass,
            Act act)
            throws SQLException {
        long trace = requireStep(db, traceId, step, candidate);
        Event.Key key = new Event.Key(trace, step, candidate, annotator, pass);
        return one(db, traceId, key, null, annotator, act);
    }

    static LabelEvent finish(
            Db db,
            String traceId,
            String annotator,
            LabelPass pass,
            TraceState state,
            String reason,
            Act act)
            throws SQLException {
        long trace = requireTrace(db, traceId);
        Event.Key key = Event.Key.state(trace, annotator, pass);
        return one(db, traceId, key, Event.Content.of(state, reason), annotator, act);
    }

    static LabelEvent prefer(Db db, Preference preference, Act act) throws SQLException {
        String annotator = preference.annotator();
        Event.Key key = pair(db, preference.first(), preference.second(), annotator);
        return one(db, preference.first(), key, Event.Content.of(preference), annotator, act);
    }

    static LabelEvent clearPreference(Db db, String first, String second, String annotator, Act act)
            throws SQLException {
        return one(db, first, pair(db, first, second, annotator), null, annotator, act);
    }

    private static Event.Key pair(Db db, String first, String second, String annotator)
            throws SQLException {
        return Event.Key.preference(requireTrace(db, first), requireTrace(db, second), annotator);
    }

    private static LabelEvent one(
            Db db, String traceId, Event.Key key, Event.Content content, String annotator, Act act)
            throws SQLException {
        NewBatch batch = NewBatch.begin(db, annotator, act);
        Event event = batch.append(key, content);
        batch.end();
        return event.seen(traceId, batch.at());
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
            if (step >= row.getInt(2) || step < -1) {
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
