package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.stepwright.label.CarriedLabel;
import org.stepwright.label.LabelMigration;
import org.stepwright.label.StepLabel;
import org.stepwright.rubric.MigrationPlan;
import org.stepwright.rubric.Stage;
import org.stepwright.rubric.StageMatcher;
import org.stepwright.trace.Step;

/** Rows of a migration: which labels are meant, what they become, and writing that. */
final class CarryRows {
    /** A current label by the event that holds it. */
    record Place(String annotator, long event) {}

    /**
     * A label and what becomes of it.
     *
     * @param event the event that holds it
     * @param trace the trace's number
     */
    record Carried(long event, long trace, StepLabel before, CarriedLabel after) {}

    private CarryRows() {}

    /** All current labels under a version, annotator by annotator, trace by trace. */
    static List<Place> places(Db db, String version) throws SQLException {
        PreparedStatement select =
                db.prepare(
                        "SELECT l.annotator, l.event FROM label l JOIN label_event e ON e.seq ="
                                + " l.event WHERE e.rubric_version = ?"
                                + " ORDER BY l.annotator, l.trace, l.step, l.candidate");
        select.setString(1, version);
        List<Place> places = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            String last = "";
            while (row.next()) {
                String who = row.getString(1);
                // One string for all labels of an annotator: there may be millions.
                last = who.equals(last) ? last : who;
                places.add(new Place(last, row.getLong(2)));
            }
        }
        return places;
    }

    /** What becomes of labels; stages are told by the newer version. */
    static List<Carried> carried(Db db, MigrationPlan plan, List<Place> places)
            throws SQLException {
        StageMatcher matcher = new StageMatcher(plan.to().rubric());
        Map<Long, List<Optional<Stage>>> stages = new HashMap<>();
        List<Carried> carried = new ArrayList<>(places.size());
        for (Place place : places) {
            Event event = EventLog.find(db, place.event);
            long trace = event.key().trace();
            List<Optional<Stage>> ofTrace = stages.get(trace);
            if (ofTrace == null) {
                List<Step> steps = TraceRows.steps(db, trace);
                ofTrace = matcher.stagesOf(steps);
                stages.put(trace, ofTrace);
            }
            StepLabel label = event.label(traceId(db, trace));
            carried.add(
                    new Carried(
                            place.event,
                            trace,
                            label,
                            LabelMigration.carry(plan, label, ofTrace.get(label.step()))));
        }
        return carried;
    }

    private static String traceId(Db db, long trace) throws SQLException {
        PreparedStatement select = db.prepare("SELECT id FROM trace WHERE seq = ?");
        select.setLong(1, trace);
        try (ResultSet row = select.executeQuery()) {
            return row.getString(1);
        }
    }

    /**
     * Writes labels of one annotator as one undo step, except those that changed since they were
     * read.
     *
     * @return those that were written
     */
    static List<Carried> write(Db db, MigrationPlan plan, String decider, List<Carried> group)
            throws SQLException {
        List<Carried> current = new ArrayList<>(group.size());
        for (Carried carried : group) {
            if (EventLog.current(db, key(carried)) == carried.event) {
                current.add(carried);
            }
        }
        if (current.isEmpty()) {
            return current;
        }
        NewBatch batch = NewBatch.begin(db, current.get(0).before.annotator(), Act.NONE);
        for (Carried carried : current) {
            batch.append(key(carried), Event.Content.of(carried.after.label()));
            addRevisits(db, carried);
        }
        batch.end();
        addDecision(db, batch.seq(), plan, decider);
        return current;
    }

    private static Event.Key key(Carried carried) {
        return Event.Key.of(carried.trace, carried.before);
    }

    private static void addRevisits(Db db, Carried carried) throws SQLException {
        PreparedStatement insert =
                db.prepare(
                        "INSERT OR REPLACE INTO revisit (trace, step, candidate, annotator,"
                                + " rubric_version, criterion) VALUES (?, ?, ?, ?, ?, ?)");
        StepLabel label = carried.after.label();
        for (String criterion : carried.after.toRate()) {
            insert.setLong(1, carried.trace);
            insert.setInt(2, label.step());
            insert.setInt(3, label.candidate());
            insert.setString(4, label.annotator());
            insert.setString(5, label.rubricVersion());
            insert.setString(6, criterion);
            insert.executeUpdate();
        }
    }

    private static void addDecision(Db db, long batch, MigrationPlan plan, String decider)
            throws SQLException {
        PreparedStatement insert =
                db.prepare(
                        "INSERT INTO carry_over (batch, from_version, to_version, decided_by,"
                                + " moves) VALUES (?, ?, ?, ?, ?)");
        insert.setLong(1, batch);
        insert.setString(2, plan.from().key());
        insert.setString(3, plan.to().key());
        insert.setString(4, decider);
        insert.setString(5, Json.write(plan.moves()));
        insert.executeUpdate();
    }
}
