-- A migration of a later version, for tests.
PRAGMA user_version = 5;
ALTER TABLE run ADD COLUMN machine TEXT;
