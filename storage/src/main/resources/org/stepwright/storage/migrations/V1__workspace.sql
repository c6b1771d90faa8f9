-- The file says what it is ("STPW") and which schema it has; both can be read from its header.
PRAGMA application_id = 1398034519;
PRAGMA user_version = 1;

-- Rubrics. Content is canonical JSON: sorted keys, no blanks.
CREATE TABLE rubric_draft (
    rubric_id TEXT PRIMARY KEY,
    title TEXT NOT NULL,
    content TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    saved_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE rubric_version (
    rubric_id TEXT NOT NULL,
    number INTEGER NOT NULL CHECK (number >= 1),
    title TEXT NOT NULL,
    content TEXT NOT NULL,
    content_hash TEXT NOT NULL,
    note TEXT NOT NULL,
    published_at TEXT NOT NULL,
    PRIMARY KEY (rubric_id, number)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER rubric_version_never_changes BEFORE UPDATE ON rubric_version
BEGIN
    SELECT RAISE(ABORT, 'published rubric versions never change');
END;

CREATE TRIGGER rubric_version_never_goes BEFORE DELETE ON rubric_version
BEGIN
    SELECT RAISE(ABORT, 'published rubric versions are never deleted');
END;

-- Traces never change. source and generator repeat what metadata says, for filters and lists.
CREATE TABLE trace (
    seq INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    problem TEXT NOT NULL,
    outcome TEXT NOT NULL,
    reference TEXT,
    metadata TEXT NOT NULL,
    source TEXT NOT NULL,
    generator TEXT NOT NULL,
    step_count INTEGER NOT NULL CHECK (step_count >= 0),
    digest BLOB NOT NULL
) STRICT;

CREATE INDEX trace_by_source ON trace (source);

CREATE TABLE step (
    trace INTEGER NOT NULL REFERENCES trace (seq),
    position INTEGER NOT NULL CHECK (position >= 0),
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    context TEXT NOT NULL,
    alternatives TEXT,
    PRIMARY KEY (trace, position)
) STRICT, WITHOUT ROWID;

-- Words of problems and steps by trace.seq; the text itself is in trace and step. Filled in the order
-- of seq, after the import's own commit: its last row says how far the index is.
CREATE VIRTUAL TABLE trace_words USING fts5(
    problem, steps, content = '', tokenize = 'unicode61 remove_diacritics 2'
);

-- A bulk import writes big pieces of index, and merges them 16 at a time instead of at every commit.
INSERT INTO trace_words (trace_words, rank) VALUES ('hashsize', 33554432);
INSERT INTO trace_words (trace_words, rank) VALUES ('automerge', 0);

-- The history of labels. A batch is what was written together: something done, its undo or redo, or
-- an import. seq is the seq of its first event.
CREATE TABLE label_batch (
    seq INTEGER PRIMARY KEY,
    action TEXT NOT NULL CHECK (action IN ('DO', 'UNDO', 'REDO', 'IMPORT')),
    written_at TEXT NOT NULL
) STRICT;

-- An event says what its key is from now on; prev is the event that said so before (null: there was
-- nothing). What a plain verdict does not have is null.
CREATE TABLE label_event (
    seq INTEGER PRIMARY KEY,
    batch INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('LABEL', 'CLEAR', 'STATE')),
    trace INTEGER NOT NULL REFERENCES trace (seq),
    step INTEGER NOT NULL,
    candidate INTEGER NOT NULL,
    annotator TEXT NOT NULL,
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
    prev INTEGER
) STRICT;

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

-- Projections of label_event, written in the same transaction. They point at the event that holds
-- the content; verdict is repeated for lists and counts. That they follow the events is checked as a
-- whole ("check"), so they need no foreign keys.
CREATE TABLE label (
    trace INTEGER NOT NULL,
    step INTEGER NOT NULL,
    candidate INTEGER NOT NULL,
    annotator TEXT NOT NULL,
    verdict TEXT,
    event INTEGER NOT NULL,
    PRIMARY KEY (trace, step, candidate, annotator)
) STRICT, WITHOUT ROWID;

CREATE TABLE trace_state (
    trace INTEGER NOT NULL,
    annotator TEXT NOT NULL,
    state TEXT NOT NULL,
    event INTEGER NOT NULL,
    PRIMARY KEY (trace, annotator)
) STRICT, WITHOUT ROWID;

-- One row an undo step that can be undone (undone = 0) or redone (undone = 1). last_batch and
-- last_size name the events that made it so: undo and redo both append the inverse of those.
CREATE TABLE undo_step (
    annotator TEXT NOT NULL,
    grp INTEGER NOT NULL,
    undone INTEGER NOT NULL CHECK (undone IN (0, 1)),
    last_batch INTEGER NOT NULL,
    last_size INTEGER NOT NULL,
    PRIMARY KEY (annotator, undone, grp)
) STRICT, WITHOUT ROWID;

-- What machines say. Never labels.
CREATE TABLE suggestion (
    trace INTEGER NOT NULL REFERENCES trace (seq),
    step INTEGER NOT NULL,
    source TEXT NOT NULL,
    ordinal INTEGER NOT NULL,
    reward REAL NOT NULL,
    message TEXT NOT NULL,
    made_at TEXT NOT NULL,
    PRIMARY KEY (trace, step, source, ordinal)
) STRICT, WITHOUT ROWID;

CREATE TABLE score (
    seq INTEGER PRIMARY KEY,
    run_id TEXT NOT NULL,
    trace_id TEXT NOT NULL,
    model TEXT NOT NULL,
    step_rewards TEXT NOT NULL,
    trace_reward REAL NOT NULL,
    aggregation TEXT NOT NULL,
    first_error INTEGER NOT NULL,
    rubric_version TEXT NOT NULL,
    made_at TEXT NOT NULL,
    UNIQUE (run_id, trace_id, model)
) STRICT;

CREATE INDEX score_by_trace ON score (trace_id, model, made_at);

CREATE TABLE run (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    started_at TEXT NOT NULL,
    ended_at TEXT,
    status TEXT NOT NULL,
    recipe TEXT NOT NULL,
    rubric_version TEXT NOT NULL,
    manifest_json TEXT NOT NULL,
    result_json TEXT NOT NULL,
    model_path TEXT NOT NULL
) STRICT, WITHOUT ROWID;
