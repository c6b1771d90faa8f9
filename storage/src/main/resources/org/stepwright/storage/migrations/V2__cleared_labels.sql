PRAGMA user_version = 2;

-- Asked for each known trace of an import: whose labels were taken away here. Clears are few, so the
-- index stays small.
CREATE INDEX label_event_clear ON label_event (trace, annotator) WHERE kind = 'CLEAR';
