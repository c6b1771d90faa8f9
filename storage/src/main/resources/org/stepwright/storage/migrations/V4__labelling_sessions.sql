PRAGMA user_version = 4;

-- Sessions: how somebody went through traces. Batches name the session that they were done in.
CREATE TABLE session (
    id TEXT PRIMARY KEY,
    annotator TEXT NOT NULL,
    mode TEXT NOT NULL,
    ordering TEXT NOT NULL,
    shown TEXT NOT NULL,
    started_at TEXT NOT NULL,
    ended_at TEXT
) STRICT, WITHOUT ROWID;

-- SQLite cannot add to a CHECK: the tables of the history are written anew.
DROP VIEW open_revisit;

-- uid names a batch in every workspace that it was merged into. written_at always has nine digits, so
-- that text sorts like time, and is later than that of every batch that was known when it was written.
-- merged says that the batch was done in another workspace; a MERGE batch says what is current after
-- such a union, and is nobody's.
CREATE TABLE batch_new (
    seq INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    action TEXT NOT NULL CHECK (action IN ('DO', 'UNDO', 'REDO', 'IMPORT', 'MERGE')),
    written_at TEXT NOT NULL,
    annotator TEXT NOT NULL,
    session TEXT NOT NULL,
    millis INTEGER,
    accepted TEXT NOT NULL,
    merged INTEGER NOT NULL CHECK (merged IN (0, 1))
) STRICT;

INSERT INTO batch_new (seq, uid, action, written_at, annotator, session, accepted, merged)
SELECT b.seq, b.written_at || '/' || b.seq, b.action,
    CASE WHEN instr(b.written_at, '.') = 0 THEN replace(b.written_at, 'Z', '.000000000Z')
        ELSE substr(replace(b.written_at, 'Z', '') || '000000000', 1, 29) || 'Z' END,
    CASE b.action WHEN 'IMPORT' THEN ''
        ELSE coalesce((SELECT e.annotator FROM label_event e WHERE e.seq = b.seq), '') END,
    '', '', 0
FROM label_batch b;

DROP TABLE label_batch;
ALTER TABLE batch_new RENAME TO label_batch;
CREATE INDEX label_batch_by_time ON label_batch (written_at);

-- The key of an event is (trace, step, candidate, annotator, pass). Steps under 0 are about the whole
-- trace: -1 its state, -2 a preference (candidate is the other answer's trace.seq), -3 the trace that
-- replaces it since its steps were cut anew (annotator is empty: cuts are everybody's). state holds the
-- state, the choice, or the id of the trace that replaces it.
CREATE TABLE event_new (
    seq INTEGER PRIMARY KEY,
    batch INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('LABEL', 'CLEAR', 'STATE', 'PREFER', 'REVISE')),
    trace INTEGER NOT NULL REFERENCES trace (seq),
    step INTEGER NOT NULL,
    candidate INTEGER NOT NULL,
    annotator TEXT NOT NULL,
    pass TEXT NOT NULL,
    verdict TEXT,
    source TEXT,
    rubric_version TEXT,
    labelled_at TEXT,
    ratings TEXT,
    error_kinds TEXT,
    spark INTEGER NOT NULL DEFAULT 0,
    unsure INTEGER NOT NULL DEFAULT 0,
    comment TEXT,
    state TEXT,
    correction TEXT,
    prev INTEGER
) STRICT;

-- Decisions of reviewers, as far as files brought any, get a key of their own.
CREATE TABLE decided_key (trace INTEGER, step INTEGER, candidate INTEGER, annotator TEXT,
    PRIMARY KEY (trace, step, candidate, annotator)) STRICT, WITHOUT ROWID;
INSERT INTO decided_key SELECT trace, step, candidate, annotator FROM label_event
WHERE kind = 'LABEL' AND source = 'ADJUDICATED' GROUP BY trace, step, candidate, annotator;
DELETE FROM decided_key WHERE EXISTS (SELECT 1 FROM label_event e
    WHERE e.trace = decided_key.trace AND e.step = decided_key.step
    AND e.candidate = decided_key.candidate AND e.annotator = decided_key.annotator
    AND e.kind = 'LABEL' AND e.source <> 'ADJUDICATED');

INSERT INTO event_new (seq, batch, kind, trace, step, candidate, annotator, pass, verdict, source,
    rubric_version, labelled_at, ratings, error_kinds, spark, unsure, comment, state, prev)
SELECT e.seq, e.batch, e.kind, e.trace, e.step, e.candidate, e.annotator,
    CASE WHEN d.trace IS NULL THEN 'LABEL' ELSE 'DECISION' END,
    e.verdict, e.source, e.rubric_version, e.labelled_at, e.ratings, e.error_kinds, e.spark, e.unsure,
    e.comment, e.state, e.prev
FROM label_event e LEFT JOIN decided_key d ON d.trace = e.trace AND d.step = e.step
    AND d.candidate = e.candidate AND d.annotator = e.annotator;

DROP TABLE label_event;
ALTER TABLE event_new RENAME TO label_event;
CREATE INDEX label_event_clear ON label_event (trace, annotator) WHERE kind = 'CLEAR';

CREATE TABLE label_new (
    trace INTEGER NOT NULL,
    step INTEGER NOT NULL,
    candidate INTEGER NOT NULL,
    annotator TEXT NOT NULL,
    pass TEXT NOT NULL,
    verdict TEXT,
    event INTEGER NOT NULL,
    PRIMARY KEY (trace, step, candidate, annotator, pass)
) STRICT, WITHOUT ROWID;
INSERT INTO label_new SELECT l.trace, l.step, l.candidate, l.annotator,
    CASE WHEN d.trace IS NULL THEN 'LABEL' ELSE 'DECISION' END, l.verdict, l.event
FROM label l LEFT JOIN decided_key d ON d.trace = l.trace AND d.step = l.step
    AND d.candidate = l.candidate AND d.annotator = l.annotator;
DROP TABLE label;
ALTER TABLE label_new RENAME TO label;
DROP TABLE decided_key;

CREATE TABLE state_new (
    trace INTEGER NOT NULL,
    annotator TEXT NOT NULL,
    pass TEXT NOT NULL,
    state TEXT NOT NULL,
    event INTEGER NOT NULL,
    PRIMARY KEY (trace, annotator, pass)
) STRICT, WITHOUT ROWID;
INSERT INTO state_new SELECT trace, annotator, 'LABEL', state, event FROM trace_state;
DROP TABLE trace_state;
ALTER TABLE state_new RENAME TO trace_state;

-- Projections of the events of kind PREFER and REVISE.
CREATE TABLE preference (
    trace INTEGER NOT NULL,
    other INTEGER NOT NULL,
    annotator TEXT NOT NULL,
    choice TEXT NOT NULL,
    event INTEGER NOT NULL,
    PRIMARY KEY (trace, other, annotator)
) STRICT, WITHOUT ROWID;

CREATE TABLE revision (
    trace INTEGER PRIMARY KEY,
    by_trace INTEGER NOT NULL,
    event INTEGER NOT NULL
) STRICT;

CREATE INDEX revision_by ON revision (by_trace);

-- Traces that came to be by cutting another one's steps anew.
CREATE TABLE revision_trace (
    trace INTEGER PRIMARY KEY REFERENCES trace (seq)
) STRICT;

-- What no list, export or count shows: traces that were replaced, and replacements that were undone.
CREATE VIEW hidden AS
SELECT trace FROM revision
UNION
SELECT trace FROM revision_trace WHERE trace NOT IN (SELECT by_trace FROM revision);

CREATE TRIGGER label_batch_never_changes BEFORE UPDATE ON label_batch
BEGIN
    SELECT RAISE(ABORT, 'label batches never change');
END;

CREATE TRIGGER label_batch_never_goes BEFORE DELETE ON label_batch
BEGIN
    SELECT RAISE(ABORT, 'label batches are never deleted');
END;

CREATE TRIGGER label_event_never_changes BEFORE UPDATE ON label_event
BEGIN
    SELECT RAISE(ABORT, 'label events never change');
END;

CREATE TRIGGER label_event_never_goes BEFORE DELETE ON label_event
BEGIN
    SELECT RAISE(ABORT, 'label events are never deleted');
END;

CREATE VIEW open_revisit AS
SELECT r.trace, r.step, r.candidate, r.annotator, r.rubric_version, r.criterion
FROM revisit r
JOIN label l ON l.trace = r.trace AND l.step = r.step AND l.candidate = r.candidate
    AND l.annotator = r.annotator
JOIN label_event e ON e.seq = l.event
WHERE r.dismissed = 0 AND e.rubric_version = r.rubric_version
    AND NOT EXISTS (SELECT 1 FROM json_each(coalesce(e.ratings, '[]')) rating
        WHERE json_extract(rating.value, '$.criterionId') = r.criterion);

-- How a team works on this workspace, by name.
CREATE TABLE project_setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE saved_view (
    name TEXT PRIMARY KEY,
    filter TEXT NOT NULL,
    ordering TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Orders of work. A new ranking is written beside the old one; making it current is one row. It holds
-- every trace up to last_trace: those that it does not name stand behind all others, as they came in.
CREATE TABLE ranking (
    ordering TEXT PRIMARY KEY,
    generation INTEGER NOT NULL,
    basis TEXT NOT NULL,
    made_at TEXT NOT NULL,
    traces INTEGER NOT NULL,
    last_trace INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE queue_rank (
    ordering TEXT NOT NULL,
    generation INTEGER NOT NULL,
    position INTEGER NOT NULL,
    trace INTEGER NOT NULL,
    slice INTEGER NOT NULL CHECK (slice IN (0, 1)),
    PRIMARY KEY (ordering, generation, position)
) STRICT, WITHOUT ROWID;

-- Traces whose right labels are known, to be served among others.
CREATE TABLE gold (
    trace INTEGER PRIMARY KEY REFERENCES trace (seq),
    purpose TEXT NOT NULL CHECK (purpose IN ('GOLD', 'SCREENING')),
    added_by TEXT NOT NULL,
    added_at TEXT NOT NULL
) STRICT;

-- What reviewers and labellers say to each other; step -1 is about the whole trace.
CREATE TABLE remark (
    uid TEXT PRIMARY KEY,
    trace INTEGER NOT NULL REFERENCES trace (seq),
    step INTEGER NOT NULL CHECK (step >= -1),
    annotator TEXT NOT NULL,
    text TEXT NOT NULL,
    written_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX remark_by_trace ON remark (trace);

CREATE TRIGGER remark_never_changes BEFORE UPDATE ON remark
BEGIN
    SELECT RAISE(ABORT, 'remarks never change');
END;

CREATE TRIGGER remark_never_goes BEFORE DELETE ON remark
BEGIN
    SELECT RAISE(ABORT, 'remarks are never deleted');
END;

-- Where each trace's problem stands among all, for the random slice: a function of its text. Filled in
-- the order of seq behind the imports, like trace_words.
CREATE TABLE slice_place (
    trace INTEGER PRIMARY KEY REFERENCES trace (seq),
    place REAL NOT NULL CHECK (place >= 0 AND place < 1)
) STRICT;

-- A trace stands in an order once, and is found in it.
CREATE UNIQUE INDEX queue_rank_by_trace ON queue_rank (ordering, generation, trace);

-- Filters ask a hundred thousand traces at once. Most labels are a plain CORRECT of an import, so these
-- indexes stay small and cost imports next to nothing. People differ on a step only where one of them
-- does not say CORRECT.
CREATE INDEX label_not_correct ON label (trace, verdict) WHERE verdict <> 'CORRECT';
CREATE INDEX label_of_person ON label (annotator, trace, verdict)
WHERE substr(annotator, 1, 7) <> 'import:';
CREATE INDEX label_decision ON label (trace) WHERE pass = 'DECISION';
CREATE INDEX label_event_marked ON label_event (trace)
WHERE kind = 'LABEL'
    AND (spark = 1 OR unsure = 1 OR comment IS NOT NULL OR error_kinds IS NOT NULL);
CREATE INDEX trace_state_of_person ON trace_state (annotator, pass, state);
