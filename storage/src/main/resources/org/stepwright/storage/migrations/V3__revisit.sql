PRAGMA user_version = 3;

-- Who decided to carry labels over to another version of their rubric, batch by batch, and how. The
-- batch itself is in each annotator's history like anything else that was done.
CREATE TABLE carry_over (
    batch INTEGER PRIMARY KEY,
    from_version TEXT NOT NULL,
    to_version TEXT NOT NULL,
    decided_by TEXT NOT NULL,
    moves TEXT NOT NULL
) STRICT;

CREATE TRIGGER carry_over_never_changes BEFORE UPDATE ON carry_over
BEGIN
    SELECT RAISE(ABORT, 'decisions to carry labels over never change');
END;

CREATE TRIGGER carry_over_never_goes BEFORE DELETE ON carry_over
BEGIN
    SELECT RAISE(ABORT, 'decisions to carry labels over are never deleted');
END;

-- What a label that was carried over has yet to say: which criterion of which version.
CREATE TABLE revisit (
    trace INTEGER NOT NULL REFERENCES trace (seq),
    step INTEGER NOT NULL,
    candidate INTEGER NOT NULL,
    annotator TEXT NOT NULL,
    rubric_version TEXT NOT NULL,
    criterion TEXT NOT NULL,
    dismissed INTEGER NOT NULL DEFAULT 0 CHECK (dismissed IN (0, 1)),
    PRIMARY KEY (trace, step, candidate, annotator, rubric_version, criterion)
) STRICT, WITHOUT ROWID;

-- Those that are still to be done follow from the current labels, so that undo and redo need no care:
-- a rating under that version settles one, and taking the rating or the whole migration back counts.
CREATE VIEW open_revisit AS
SELECT r.trace, r.step, r.candidate, r.annotator, r.rubric_version, r.criterion
FROM revisit r
JOIN label l ON l.trace = r.trace AND l.step = r.step AND l.candidate = r.candidate
    AND l.annotator = r.annotator
JOIN label_event e ON e.seq = l.event
WHERE r.dismissed = 0 AND e.rubric_version = r.rubric_version
    AND NOT EXISTS (SELECT 1 FROM json_each(coalesce(e.ratings, '[]')) rating
        WHERE json_extract(rating.value, '$.criterionId') = r.criterion);
