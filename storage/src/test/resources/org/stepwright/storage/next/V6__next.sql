-- A migration of a later version, for tests.
PRAGMA user_version = 6;
ALTER TABLE run ADD COLUMN machine TEXT;
