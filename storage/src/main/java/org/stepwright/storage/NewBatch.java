package org.stepwright.storage;

import java.sql.SQLException;
import java.time.Instant;

/** A batch of what one person does, while it is written: it becomes one undo step. */
final class NewBatch {
    private final Db db;
    private final String annotator;
    private final long seq;
    private final Instant at;
    private int size;

    private NewBatch(Db db, String annotator, long seq, Instant at) {
        this.db = db;
        this.annotator = annotator;
        this.seq = seq;
        this.at = at;
    }

    /**
     * @param annotator who acts
     */
    static NewBatch begin(Db db, String annotator, Act act) throws SQLException {
        long seq = EventLog.nextSeq(db);
        Instant at = Batches.begin(db, seq, LabelEvent.Action.DO, annotator, act);
        return new NewBatch(db, annotator, seq, at);
    }

    /** Says what a key is from now on; null clears it. */
    Event append(Event.Key key, Event.Content content) throws SQLException {
        Event event = new Event(seq + size, seq, key, content, EventLog.current(db, key));
        EventLog.append(db, event);
        size++;
        return event;
    }

    long seq() {
        return seq;
    }

    Instant at() {
        return at;
    }

    /** From now on it can be undone; what was undone before is forgotten. */
    void end() throws SQLException {
        UndoSteps.did(db, annotator, seq, size);
    }
}
