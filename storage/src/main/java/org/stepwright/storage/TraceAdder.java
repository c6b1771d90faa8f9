package org.stepwright.storage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.stepwright.label.LabelPass;
import org.stepwright.label.LabelledTrace;
import org.stepwright.label.StepLabel;
import org.stepwright.label.Suggestion;
import org.stepwright.trace.Step;
import org.stepwright.trace.Trace;

/** Adds rows in one transaction of the writer: plain JDBC batches, one per table. */
final class TraceAdder {
    /** A trace that is there: its number and the digest of its content. */
    private record Known(long seq, byte[] digest) {}

    private static final LabelRows.Which EVERYTHING =
            new LabelRows.Which("", EnumSet.allOf(LabelPass.class));

    private final Db db;
    private final Map<String, Known> addedNow = new HashMap<>();

    /** The labels of traces seen in this call: what was there, and what it adds. */
    private final Map<Long, Map<String, List<StepLabel>>> labelled = new HashMap<>();

    private final List<Event> fullEvents = new ArrayList<>();
    private final List<Clash> clashes = new ArrayList<>();
    private final PreparedStatement traces;
    private final PreparedStatement steps;
    private final PreparedStatement suggestions;
    private final PreparedStatement events;
    private final long batch;
    private long nextTrace;
    private long nextEvent;
    private long added;
    private long known;
    private long stepCount;

    /** Adds rows that came with no file. */
    TraceAdder(Db db) throws SQLException {
        this.db = db;
        this.batch = EventLog.nextSeq(db);
        this.nextEvent = batch;
        this.nextTrace = nextTrace();
        this.traces =
                db.prepare(
                        "INSERT INTO trace (seq, id, problem, outcome, reference, metadata, source,"
                                + " generator, step_count, digest)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        this.steps =
                db.prepare(
                        "INSERT INTO step (trace, position, kind, text, context, alternatives)"
                                + " VALUES (?, ?, ?, ?, ?, ?)");
        this.suggestions =
                db.prepare(
                        "INSERT INTO suggestion (trace, step, source, ordinal, reward, message,"
                                + " made_at) VALUES (?, ?, ?, ?, ?, ?, ?)");
        this.events = db.prepare(EventLog.INSERT_PLAIN);
    }

    /** Says that the traces that were added came with a run of an import. */
    void cameWith(long run) throws SQLException {
        if (added > 0) {
            ImportStore.range(db, run, nextTrace - added, nextTrace - 1);
        }
    }

    /**
     * @param rows the rows
     * @param digests the digest of each row's trace
     */
    AddResult add(List<LabelledTrace> rows, List<byte[]> digests) throws SQLException {
        try {
            for (int i = 0; i < rows.size(); i++) {
                add(rows.get(i), digests.get(i));
            }
            write();
        } finally {
            // A failure must not leave rows for the next import.
            for (PreparedStatement statement : List.of(traces, steps, suggestions, events)) {
                statement.clearBatch();
            }
        }
        return new AddResult(added, known, stepCount, nextEvent - batch, clashes);
    }

    private void write() throws SQLException {
        traces.executeBatch();
        steps.executeBatch();
        suggestions.executeBatch();
        if (nextEvent == batch) {
            return;
        }
        Batches.begin(db, batch, LabelEvent.Action.IMPORT, "", Act.NONE);
        events.executeBatch();
        for (Event event : fullEvents) {
            EventLog.insert(db, event);
        }
        EventLog.projectNew(db, batch, nextEvent);
    }

    private void add(LabelledTrace row, byte[] digest) throws SQLException {
        Trace trace = row.trace();
        Known now = addedNow.get(trace.id());
        Known there = now != null ? now : find(trace.id());
        if (there == null) {
            addNew(row, digest);
        } else if (!Arrays.equals(there.digest, digest)) {
            clash(
                    row,
                    "The id \""
                            + trace.id()
                            + "\" belongs to another trace; give one of them another id.");
        } else {
            known++;
            addLabels(row, there.seq);
            addSuggestions(row, there.seq, true);
        }
    }

    private Known find(String id) throws SQLException {
        PreparedStatement select = db.prepare("SELECT seq, digest FROM trace WHERE id = ?");
        select.setString(1, id);
        try (ResultSet row = select.executeQuery()) {
            return row.next() ? new Known(row.getLong(1), row.getBytes(2)) : null;
        }
    }

    private void addNew(LabelledTrace row, byte[] digest) throws SQLException {
        Trace trace = row.trace();
        long seq = nextTrace++;
        addTrace(trace, seq, digest);
        for (int i = 0; i < trace.steps().size(); i++) {
            addStep(seq, i, trace.steps().get(i));
        }
        labelled.put(seq, new HashMap<>());
        addLabels(row, seq);
        addSuggestions(row, seq, false);
        addedNow.put(trace.id(), new Known(seq, digest));
        added++;
        stepCount += trace.steps().size();
    }

    private void addTrace(Trace trace, long seq, byte[] digest) throws SQLException {
        traces.setLong(1, seq);
        traces.setString(2, trace.id());
        traces.setString(3, trace.problem());
        traces.setString(4, trace.outcome().name());
        traces.setString(5, trace.reference());
        traces.setString(6, Json.write(trace.metadata()));
        traces.setString(7, trace.source().orElse(""));
        traces.setString(8, trace.generator().orElse(""));
        traces.setInt(9, trace.steps().size());
        traces.setBytes(10, digest);
        traces.addBatch();
    }

    private void addStep(long trace, int position, Step step) throws SQLException {
        steps.setLong(1, trace);
        steps.setInt(2, position);
        steps.setString(3, step.kind().name());
        steps.setString(4, step.text());
        steps.setString(5, step.context());
        steps.setString(6, Json.writeUnlessEmpty(step.alternatives()));
        steps.addBatch();
    }

    /**
     * Takes the labels of annotators that have none on the trace. What an annotator said or took
     * back here counts more than a file: where the two differ, the file's labels are a clash.
     */
    private void addLabels(LabelledTrace row, long trace) throws SQLException {
        if (row.labels().isEmpty()) {
            return;
        }
        Map<String, List<StepLabel>> have = labelled.get(trace);
        if (have == null) {
            have = byAnnotator(LabelRows.of(db, trace, row.trace().id(), EVERYTHING));
            labelled.put(trace, have);
        }
        for (Map.Entry<String, List<StepLabel>> given : byAnnotator(row.labels()).entrySet()) {
            String annotator = given.getKey();
            List<StepLabel> there = have.get(annotator);
            if (there == null && !tookBack(annotator, trace)) {
                have.put(annotator, addFirstOfEachStep(given.getValue(), trace));
            } else if (there == null) {
                clash(row, "The labels of " + annotator + " were cleared here and stay so.");
            } else if (!says(there).containsAll(says(given.getValue()))) {
                clash(
                        row,
                        "The labels of "
                                + annotator
                                + " are there already and are not those of the file; they stay as"
                                + " they are.");
            }
        }
    }

    /** Takes what sources say that have said nothing about the trace yet. */
    private void addSuggestions(LabelledTrace row, long trace, boolean known) throws SQLException {
        Map<String, Integer> places = new HashMap<>();
        for (Suggestion suggestion : row.suggestions()) {
            String source = suggestion.source();
            Integer place = places.get(source);
            if (place == null) {
                place = known && spoke(source, trace) ? -1 : 0;
            }
            if (place >= 0) {
                suggestions.setLong(1, trace);
                suggestions.setInt(2, suggestion.step());
                suggestions.setString(3, source);
                suggestions.setInt(4, place);
                suggestions.setDouble(5, suggestion.reward());
                suggestions.setString(6, suggestion.message());
                suggestions.setString(7, suggestion.at().toString());
                suggestions.addBatch();
                place++;
            }
            places.put(source, place);
        }
    }

    private boolean spoke(String source, long trace) throws SQLException {
        // What this call adds is not in the tables before the batches run.
        traces.executeBatch();
        suggestions.executeBatch();
        PreparedStatement select =
                db.prepare("SELECT 1 FROM suggestion WHERE trace = ? AND source = ? LIMIT 1");
        select.setLong(1, trace);
        select.setString(2, source);
        try (ResultSet row = select.executeQuery()) {
            return row.next();
        }
    }

    private void clash(LabelledTrace row, String reason) {
        clashes.add(new Clash(row.trace().id(), reason));
    }

    private static Map<String, List<StepLabel>> byAnnotator(List<StepLabel> labels) {
        return labels.stream()
                .collect(
                        Collectors.groupingBy(
                                StepLabel::annotator, LinkedHashMap::new, Collectors.toList()));
    }

    /** What labels say of which step, without when and through what it came here. */
    private static Set<Object> says(List<StepLabel> labels) {
        return labels.stream()
                .map(
                        l ->
                                Arrays.asList(
                                        l.step(),
                                        l.candidate(),
                                        l.verdict(),
                                        Set.copyOf(l.ratings()),
                                        l.errorKinds(),
                                        l.spark(),
                                        l.unsure(),
                                        l.comment(),
                                        l.correction(),
                                        l.pass(),
                                        l.rubricVersion()))
                .collect(Collectors.toSet());
    }

    private List<StepLabel> addFirstOfEachStep(List<StepLabel> given, long trace)
            throws SQLException {
        Set<Event.Key> taken = new HashSet<>();
        for (StepLabel label : given) {
            Event.Key key = Event.Key.of(trace, label);
            if (taken.add(key)) {
                addLabel(key, label);
            }
        }
        return given;
    }

    private void addLabel(Event.Key key, StepLabel label) throws SQLException {
        Event event = new Event(nextEvent++, batch, key, Event.Content.of(label), 0);
        if (event.content().isPlain()) {
            EventLog.bindPlain(events, event);
            events.addBatch();
        } else {
            fullEvents.add(event);
        }
    }

    private boolean tookBack(String annotator, long trace) throws SQLException {
        PreparedStatement select =
                db.prepare(
                        "SELECT 1 FROM label_event WHERE trace = ? AND annotator = ?"
                                + " AND kind = 'CLEAR' LIMIT 1");
        select.setLong(1, trace);
        select.setString(2, annotator);
        try (ResultSet row = select.executeQuery()) {
            return row.next();
        }
    }

    private long nextTrace() throws SQLException {
        try (ResultSet row =
                db.prepare("SELECT coalesce(max(seq), 0) + 1 FROM trace").executeQuery()) {
            return row.getLong(1);
        }
    }
}
