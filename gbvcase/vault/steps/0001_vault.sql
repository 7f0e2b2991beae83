-- Whose file this is, what was done in it, and what is remembered in it.

CREATE TABLE meta (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  vault_id TEXT NOT NULL,
  gen INTEGER NOT NULL,
  incarnation INTEGER NOT NULL,
  -- seals of the generation before: its mark can still be read if the change of keys was cut short
  last_witness BLOB
) STRICT;

CREATE TABLE journal (
  seq INTEGER PRIMARY KEY,
  entry TEXT NOT NULL,
  hash BLOB NOT NULL
) STRICT;

CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal
BEGIN
  SELECT RAISE(ABORT, 'the journal only grows');
END;

CREATE TRIGGER journal_is_not_cut BEFORE DELETE ON journal
BEGIN
  SELECT RAISE(ABORT, 'the journal only grows');
END;

CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
