PRAGMA user_version = 5;

-- Which file traces came from. A range says that the traces from first to last came with a run: an import
-- writes thousands of traces at once, so knowing the file of each costs next to nothing.
CREATE TABLE import_run (
    seq INTEGER PRIMARY KEY,
    file TEXT NOT NULL,
    format TEXT NOT NULL,
    started_at TEXT NOT NULL,
    ended_at TEXT,
    added INTEGER NOT NULL DEFAULT 0,
    known INTEGER NOT NULL DEFAULT 0,
    labels INTEGER NOT NULL DEFAULT 0,
    rejected INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE import_range (
    first INTEGER PRIMARY KEY,
    last INTEGER NOT NULL CHECK (last >= first),
    run INTEGER NOT NULL REFERENCES import_run (seq)
) STRICT;

-- The first rejects of a run; rejected counts all of them.
CREATE TABLE import_reject (
    run INTEGER NOT NULL REFERENCES import_run (seq),
    ordinal INTEGER NOT NULL,
    line INTEGER NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (run, ordinal)
) STRICT, WITHOUT ROWID;

-- Traces that are not learned from, counted or served until somebody takes them back. Only grows: what
-- holds for a trace is what the last row by (written_at, uid) says. uid names what was done at once, in
-- every workspace that it is merged into.
CREATE TABLE set_aside (
    uid TEXT NOT NULL,
    trace INTEGER NOT NULL REFERENCES trace (seq),
    aside INTEGER NOT NULL CHECK (aside IN (0, 1)),
    reason TEXT NOT NULL,
    annotator TEXT NOT NULL,
    written_at TEXT NOT NULL,
    PRIMARY KEY (uid, trace)
) STRICT, WITHOUT ROWID;

CREATE INDEX set_aside_by_trace ON set_aside (trace, written_at, uid);

CREATE TRIGGER set_aside_never_changes BEFORE UPDATE ON set_aside
BEGIN
    SELECT RAISE(ABORT, 'what was set aside never changes');
END;

CREATE TRIGGER set_aside_never_goes BEFORE DELETE ON set_aside
BEGIN
    SELECT RAISE(ABORT, 'what was set aside is never deleted');
END;

-- The traces that are set aside now: a projection.
CREATE TABLE aside (
    trace INTEGER PRIMARY KEY REFERENCES trace (seq)
) STRICT;

-- What lists, counts, exports and training leave out unless somebody asks for it.
CREATE VIEW unlisted AS
SELECT trace FROM hidden
UNION
SELECT trace FROM aside;

-- The last audit. Findings that were dismissed stay so in the next one: mark names a finding by what it
-- says of which rows.
CREATE TABLE audit_run (
    seq INTEGER PRIMARY KEY,
    made_at TEXT NOT NULL,
    options TEXT NOT NULL,
    summary TEXT NOT NULL
) STRICT;

CREATE TABLE audit_finding (
    run INTEGER NOT NULL REFERENCES audit_run (seq),
    ordinal INTEGER NOT NULL,
    kind TEXT NOT NULL,
    trace_id TEXT NOT NULL,
    step INTEGER NOT NULL CHECK (step >= -1),
    other TEXT NOT NULL,
    strength REAL NOT NULL CHECK (strength >= 0 AND strength <= 1),
    message TEXT NOT NULL,
    mark TEXT NOT NULL,
    PRIMARY KEY (run, ordinal)
) STRICT, WITHOUT ROWID;

CREATE INDEX audit_finding_by_kind ON audit_finding (run, kind, strength DESC, ordinal);

CREATE TABLE audit_dismissed (
    mark TEXT PRIMARY KEY,
    annotator TEXT NOT NULL,
    dismissed_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
