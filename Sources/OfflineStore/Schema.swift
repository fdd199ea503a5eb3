import SQLiteKit

/// Every change ever made to the store's schema, oldest first.
///
/// Append only. In clear are identities, states, times, counts, form names, and the names of the
/// people who sign in (docs/decisions/0021). Columns named `sealed_` hold
/// nothing that opens without a person's passphrase; where a table has a column `fits`, it tells
/// whether the clear ones are what was written.
let storeMigrator = Migrator(
  applicationID: 0x4654_5549,
  steps: [
    Migrator.Step(
      "create people, the device and its centre",
      """
      CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

      CREATE TABLE person (
        id INTEGER PRIMARY KEY,
        name TEXT NOT NULL,
        salt BLOB NOT NULL,
        operations INTEGER NOT NULL,
        memory INTEGER NOT NULL,
        sealed_key BLOB NOT NULL,
        sealed_key_digest BLOB NOT NULL,
        sign_key BLOB NOT NULL,
        box_key BLOB NOT NULL,
        sealed_sign_secret BLOB NOT NULL,
        sealed_box_secret BLOB NOT NULL,
        sealed_profile BLOB NOT NULL,
        number INTEGER UNIQUE,
        role TEXT,
        area TEXT
      ) STRICT;

      CREATE TABLE device (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        number INTEGER,
        sign_secret BLOB NOT NULL
      ) STRICT;

      CREATE TABLE centre (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        url TEXT NOT NULL,
        title TEXT NOT NULL,
        epoch BLOB NOT NULL,
        key INTEGER NOT NULL,
        box_key BLOB NOT NULL,
        sign_key BLOB NOT NULL
      ) STRICT;
      """),
    Migrator.Step(
      "create records, the outbox and the feed",
      """
      CREATE TABLE event (
        id INTEGER PRIMARY KEY,
        epoch BLOB NOT NULL,
        village TEXT NOT NULL,
        number INTEGER NOT NULL,
        person INTEGER NOT NULL REFERENCES person (id),
        record BLOB NOT NULL,
        revision BLOB NOT NULL,
        state TEXT NOT NULL,
        time INTEGER NOT NULL,
        sealed_actor BLOB NOT NULL,
        sealed_body BLOB,
        UNIQUE (epoch, village, number, person)
      ) STRICT;

      CREATE TABLE cursor (village TEXT PRIMARY KEY, number INTEGER NOT NULL) STRICT;

      CREATE TABLE record (
        id INTEGER PRIMARY KEY,
        person INTEGER NOT NULL REFERENCES person (id),
        record BLOB NOT NULL CHECK (length(record) = 16),
        form_id TEXT NOT NULL,
        form_version TEXT NOT NULL,
        form_hash BLOB,
        phase TEXT NOT NULL CHECK (phase IN ('draft', 'ready', 'sent')),
        review TEXT,
        revision BLOB,
        parent BLOB,
        changed INTEGER NOT NULL,
        finished INTEGER,
        trashed INTEGER,
        problems INTEGER NOT NULL,
        answered INTEGER NOT NULL,
        comments INTEGER NOT NULL,
        feed_number INTEGER NOT NULL DEFAULT 0,
        verdict INTEGER REFERENCES event (id),
        sealed_title BLOB,
        sealed_draft BLOB,
        sealed_submission BLOB,
        UNIQUE (person, record)
      ) STRICT;
      CREATE INDEX record_by_change ON record (person, changed);

      CREATE TABLE outbox (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL CHECK (kind IN ('rev', 'dec')),
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
        sealed_box BLOB NOT NULL
      ) STRICT;
      CREATE INDEX outbox_by_state ON outbox (state, id);
      CREATE INDEX outbox_by_record ON outbox (person, record, kind);

      CREATE TABLE review (
        id INTEGER PRIMARY KEY,
        person INTEGER NOT NULL REFERENCES person (id),
        record BLOB NOT NULL CHECK (length(record) = 16),
        village TEXT NOT NULL,
        state TEXT NOT NULL,
        revision BLOB NOT NULL,
        feed_number INTEGER NOT NULL,
        changed INTEGER NOT NULL,
        current INTEGER REFERENCES event (id),
        previous INTEGER REFERENCES event (id),
        verdict INTEGER REFERENCES event (id),
        sealed_summary BLOB,
        UNIQUE (person, record)
      ) STRICT;
      """),
    Migrator.Step(
      "keep what officers write until it is sent",
      """
      CREATE TABLE remark (
        id INTEGER PRIMARY KEY,
        person INTEGER NOT NULL REFERENCES person (id),
        record BLOB NOT NULL CHECK (length(record) = 16),
        decision BLOB,
        sealed_body BLOB NOT NULL,
        UNIQUE (person, record)
      ) STRICT;
      """),
    Migrator.Step(
      "keep files beside records",
      """
      CREATE TABLE attachment (
        id INTEGER PRIMARY KEY,
        person INTEGER NOT NULL REFERENCES person (id),
        record BLOB NOT NULL CHECK (length(record) = 16),
        name TEXT NOT NULL,
        size INTEGER NOT NULL,
        at INTEGER NOT NULL,
        sealed_content BLOB NOT NULL,
        UNIQUE (person, record, name)
      ) STRICT;
      """),
    Migrator.Step(
      "keep certificates, the way back after a forgotten passphrase, tries, and the log",
      """
      CREATE TABLE certificate (
        person INTEGER PRIMARY KEY REFERENCES person (id),
        json TEXT NOT NULL
      ) STRICT;

      CREATE TABLE escrow (
        person INTEGER PRIMARY KEY REFERENCES person (id),
        officers BLOB NOT NULL,
        key_digest BLOB NOT NULL,
        sealed_shares TEXT NOT NULL
      ) STRICT;

      CREATE TABLE recovery (
        person INTEGER PRIMARY KEY REFERENCES person (id),
        made INTEGER NOT NULL,
        box_key BLOB NOT NULL,
        salt BLOB NOT NULL,
        operations INTEGER NOT NULL,
        memory INTEGER NOT NULL,
        sealed_key BLOB NOT NULL,
        sealed_key_digest BLOB NOT NULL
      ) STRICT;

      CREATE TABLE recovered (
        id INTEGER PRIMARY KEY,
        person INTEGER NOT NULL REFERENCES person (id),
        time INTEGER NOT NULL,
        officers TEXT NOT NULL,
        seen INTEGER
      ) STRICT;

      CREATE TABLE attempt (
        person INTEGER PRIMARY KEY REFERENCES person (id),
        failures INTEGER NOT NULL,
        last INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE log (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        time INTEGER NOT NULL,
        action TEXT NOT NULL,
        person INTEGER,
        record BLOB
      ) STRICT;

      CREATE TABLE bundle (
        batch BLOB PRIMARY KEY,
        made INTEGER NOT NULL,
        items TEXT NOT NULL,
        cursors TEXT NOT NULL
      ) STRICT;
      """),
    // A row that was changed by anything but a statement does not fit its sum any more, and no
    // statement makes it fit again by accident (docs/decisions/0124).
    Migrator.Step(
      "sum up the clear columns of what lists show",
      """
      ALTER TABLE record ADD COLUMN sum INTEGER;
      ALTER TABLE record ADD COLUMN true_sum INTEGER AS (
        row_sum(id, person, record, form_id, form_version, form_hash, phase, review, revision, parent,
          changed, finished, trashed, problems, answered, comments, feed_number, verdict,
          length(sealed_title), length(sealed_draft), length(sealed_submission))) VIRTUAL;
      ALTER TABLE record ADD COLUMN fits INTEGER AS (sum IS true_sum) VIRTUAL;
      UPDATE record SET sum = true_sum;
      CREATE TRIGGER record_inserted AFTER INSERT ON record WHEN new.sum IS NULL BEGIN
        UPDATE record SET sum = true_sum WHERE id = new.id;
      END;
      CREATE TRIGGER record_updated AFTER UPDATE ON record WHEN old.fits BEGIN
        UPDATE record SET sum = true_sum WHERE id = new.id;
      END;

      ALTER TABLE outbox ADD COLUMN sum INTEGER;
      ALTER TABLE outbox ADD COLUMN true_sum INTEGER AS (
        row_sum(id, kind, state, offers, person, record, hash, decision, problem, epoch, at,
          length(header), length(sealed_box))) VIRTUAL;
      ALTER TABLE outbox ADD COLUMN fits INTEGER AS (sum IS true_sum) VIRTUAL;
      UPDATE outbox SET sum = true_sum;
      CREATE TRIGGER outbox_inserted AFTER INSERT ON outbox WHEN new.sum IS NULL BEGIN
        UPDATE outbox SET sum = true_sum WHERE id = new.id;
      END;
      CREATE TRIGGER outbox_updated AFTER UPDATE ON outbox WHEN old.fits BEGIN
        UPDATE outbox SET sum = true_sum WHERE id = new.id;
      END;

      ALTER TABLE review ADD COLUMN sum INTEGER;
      ALTER TABLE review ADD COLUMN true_sum INTEGER AS (
        row_sum(id, person, record, village, state, revision, feed_number, changed, current, previous,
          verdict, length(sealed_summary))) VIRTUAL;
      ALTER TABLE review ADD COLUMN fits INTEGER AS (sum IS true_sum) VIRTUAL;
      UPDATE review SET sum = true_sum;
      CREATE TRIGGER review_inserted AFTER INSERT ON review WHEN new.sum IS NULL BEGIN
        UPDATE review SET sum = true_sum WHERE id = new.id;
      END;
      CREATE TRIGGER review_updated AFTER UPDATE ON review WHEN old.fits BEGIN
        UPDATE review SET sum = true_sum WHERE id = new.id;
      END;

      ALTER TABLE event ADD COLUMN sum INTEGER;
      ALTER TABLE event ADD COLUMN true_sum INTEGER AS (
        row_sum(id, epoch, village, number, person, record, revision, state, time,
          length(sealed_actor), length(sealed_body))) VIRTUAL;
      ALTER TABLE event ADD COLUMN fits INTEGER AS (sum IS true_sum) VIRTUAL;
      UPDATE event SET sum = true_sum;
      CREATE TRIGGER event_inserted AFTER INSERT ON event WHEN new.sum IS NULL BEGIN
        UPDATE event SET sum = true_sum WHERE id = new.id;
      END;
      CREATE TRIGGER event_updated AFTER UPDATE ON event WHEN old.fits BEGIN
        UPDATE event SET sum = true_sum WHERE id = new.id;
      END;

      ALTER TABLE centre ADD COLUMN sum INTEGER;
      ALTER TABLE centre ADD COLUMN true_sum INTEGER AS (
        row_sum(only, url, title, epoch, key, box_key, sign_key)) VIRTUAL;
      ALTER TABLE centre ADD COLUMN fits INTEGER AS (sum IS true_sum) VIRTUAL;
      UPDATE centre SET sum = true_sum;
      CREATE TRIGGER centre_inserted AFTER INSERT ON centre WHEN new.sum IS NULL BEGIN
        UPDATE centre SET sum = true_sum WHERE only = new.only;
      END;
      CREATE TRIGGER centre_updated AFTER UPDATE ON centre WHEN old.fits BEGIN
        UPDATE centre SET sum = true_sum WHERE only = new.only;
      END;
      """),
    // The outbox takes a third kind, which only a table made anew can say. Its rows and their sums stay
    // as they are. What a piece holds lies in a table of its own: the rows beside it are read and
    // changed at every batch.
    Migrator.Step(
      "send files in pieces",
      """
      CREATE TABLE new_outbox (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL CHECK (kind IN ('rev', 'dec', 'file')),
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

      CREATE TABLE piece (
        id INTEGER PRIMARY KEY,
        revision BLOB NOT NULL,
        sealed_box BLOB NOT NULL
      ) STRICT;
      CREATE INDEX piece_by_revision ON piece (revision);
      CREATE TRIGGER outbox_deleted AFTER DELETE ON outbox WHEN old.kind = 'file' BEGIN
        DELETE FROM piece WHERE id = old.id;
      END;

      CREATE TABLE sent_file (
        id INTEGER PRIMARY KEY,
        person INTEGER NOT NULL REFERENCES person (id),
        record BLOB NOT NULL CHECK (length(record) = 16),
        name TEXT NOT NULL,
        revision BLOB NOT NULL,
        sealed_digest BLOB NOT NULL,
        UNIQUE (person, record, name)
      ) STRICT;
      """),
    retractingStep,
  ])
