import SQLiteKit

/// The outbox takes a fourth kind, as it took the third.
///
/// A row of each new table differs from those of all others in how many values it has or of which
/// types: a damaged store is read by that (docs/decisions/0123).
let retractingStep = Migrator.Step(
  "retract records, ask for copies of them, and know people by keyed digests",
  """
  CREATE TABLE new_outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind IN ('rev', 'dec', 'file', 'step')),
    state TEXT NOT NULL CHECK (state IN ('queued', 'stored', 'refused')),
    offers INTEGER NOT NULL DEFAULT 0 CHECK (offers >= 0),
    person INTEGER NOT NULL REFERENCES person (id),
    record BLOB NOT NULL,
    hash BLOB NOT NULL UNIQUE,
    decision TEXT,
    problem TEXT,
    epoch BLOB,
    at INTEGER,
    header TEXT NOT NULL,
    signature BLOB NOT NULL,
    sealed_box BLOB NOT NULL,
    sum INTEGER,
    true_sum INTEGER AS (
      row_sum(id, kind, state, offers, person, record, hash, decision, problem, epoch, at,
        length(header), length(sealed_box))) VIRTUAL,
    fits INTEGER AS (sum IS true_sum) VIRTUAL
  ) STRICT;
  INSERT INTO new_outbox (id, kind, state, offers, person, record, hash, decision, problem, epoch,
    at, header, signature, sealed_box, sum)
  SELECT id, kind, state, offers, person, record, hash, decision, problem, epoch, at, header,
    signature, sealed_box, sum
  FROM outbox;
  DELETE FROM sqlite_sequence WHERE name = 'new_outbox';
  INSERT INTO sqlite_sequence (name, seq)
    SELECT 'new_outbox', seq FROM sqlite_sequence WHERE name = 'outbox';
  DROP TRIGGER outbox_deleted;
  DROP TABLE outbox;
  ALTER TABLE new_outbox RENAME TO outbox;
  CREATE INDEX outbox_by_state ON outbox (state, kind, id);
  CREATE INDEX outbox_by_record ON outbox (person, record, kind, state);
  CREATE TRIGGER outbox_inserted AFTER INSERT ON outbox WHEN new.sum IS NULL BEGIN
    UPDATE outbox SET sum = true_sum WHERE id = new.id;
  END;
  CREATE TRIGGER outbox_updated AFTER UPDATE ON outbox WHEN old.fits BEGIN
    UPDATE outbox SET sum = true_sum WHERE id = new.id;
  END;
  CREATE TRIGGER outbox_deleted AFTER DELETE ON outbox WHEN old.kind = 'file' BEGIN
    DELETE FROM piece WHERE id = old.id;
  END;

  CREATE TABLE copy (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    record BLOB NOT NULL CHECK (length(record) = 16),
    revision BLOB NOT NULL,
    asked INTEGER NOT NULL,
    problem TEXT,
    came INTEGER,
    read INTEGER,
    sealed_body BLOB,
    UNIQUE (person, record)
  ) STRICT;

  CREATE TABLE digest_key (
    id INTEGER PRIMARY KEY,
    owner INTEGER NOT NULL REFERENCES person (id),
    reader INTEGER NOT NULL REFERENCES person (id),
    sealed_key BLOB NOT NULL,
    UNIQUE (owner, reader)
  ) STRICT;
  CREATE TABLE known (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    record BLOB NOT NULL CHECK (length(record) = 16),
    digest BLOB NOT NULL,
    UNIQUE (person, record)
  ) STRICT;
  CREATE TRIGGER record_deleted AFTER DELETE ON record BEGIN
    DELETE FROM known WHERE person = old.person AND record = old.record;
    DELETE FROM copy WHERE person = old.person AND record = old.record;
  END;
  """)
