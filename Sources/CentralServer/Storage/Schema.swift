import SQLiteKit

/// Every change ever made to the schema of the centre's store, oldest first.
///
/// Append only. Bodies are in rowid tables: without rowids a page would hold one record
/// (reliability, 2.2). Boxes stay sealed to the centre's key, which is not in the database.
let centralMigrator = Migrator(
  applicationID: 0x4654_4331,
  steps: [
    Migrator.Step(
      "create the people, the revisions, the decisions and the feed",
      """
      CREATE TABLE centre (
        only INTEGER PRIMARY KEY CHECK (only = 1),
        epoch BLOB NOT NULL,
        items INTEGER NOT NULL DEFAULT 0,
        archived INTEGER NOT NULL DEFAULT 0
      ) STRICT;

      CREATE TABLE device (
        number INTEGER PRIMARY KEY, sign BLOB NOT NULL UNIQUE, enrolled INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE person (
        number INTEGER PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, area TEXT NOT NULL,
        sign BLOB NOT NULL, box BLOB NOT NULL, enrolled INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE device_person (
        device INTEGER NOT NULL REFERENCES device, person INTEGER NOT NULL REFERENCES person,
        PRIMARY KEY (device, person)
      ) STRICT;
      CREATE TABLE enrolment_code (
        selector TEXT PRIMARY KEY, digest BLOB NOT NULL,
        role TEXT NOT NULL, area TEXT NOT NULL, name TEXT NOT NULL,
        expires INTEGER NOT NULL, tries INTEGER NOT NULL DEFAULT 0,
        device INTEGER REFERENCES device, person INTEGER REFERENCES person
      ) STRICT;

      CREATE TABLE revision (
        item INTEGER PRIMARY KEY, record BLOB NOT NULL, hash BLOB NOT NULL,
        header BLOB NOT NULL, box BLOB NOT NULL, signature BLOB NOT NULL,
        author INTEGER NOT NULL REFERENCES person, standing TEXT NOT NULL, blind BLOB,
        received INTEGER NOT NULL, UNIQUE (record, hash)
      ) STRICT;
      CREATE TABLE parent (
        record BLOB NOT NULL, parent BLOB NOT NULL, child BLOB NOT NULL,
        PRIMARY KEY (record, parent, child)
      ) STRICT, WITHOUT ROWID;
      CREATE TABLE record (
        id BLOB NOT NULL UNIQUE, village TEXT NOT NULL, state TEXT NOT NULL,
        current BLOB NOT NULL, blind BLOB
      ) STRICT;
      CREATE INDEX record_by_village ON record (village, state);
      CREATE INDEX record_by_person ON record (blind) WHERE blind IS NOT NULL;
      CREATE TABLE decision (
        item INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, record BLOB NOT NULL,
        header BLOB NOT NULL, box BLOB NOT NULL, signature BLOB NOT NULL,
        received INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE village (code TEXT PRIMARY KEY, number INTEGER NOT NULL) STRICT;
      CREATE TABLE event (
        village TEXT NOT NULL REFERENCES village, number INTEGER NOT NULL,
        record BLOB NOT NULL, revision BLOB NOT NULL, state TEXT NOT NULL, standing TEXT NOT NULL,
        person INTEGER NOT NULL REFERENCES person, decision BLOB, time INTEGER NOT NULL,
        for_officers INTEGER NOT NULL, UNIQUE (village, number)
      ) STRICT;

      CREATE TABLE audit (
        number INTEGER PRIMARY KEY, entry BLOB NOT NULL, hash BLOB NOT NULL
      ) STRICT;
      """),
    Migrator.Step(
      "know lost laptops and how long a person is certified",
      """
      ALTER TABLE device ADD COLUMN seen INTEGER;
      ALTER TABLE device ADD COLUMN revoked INTEGER;
      ALTER TABLE device_person ADD COLUMN expires INTEGER;
      """),
    Migrator.Step(
      "enrol by stick, and answer the last bundle of a laptop again",
      """
      ALTER TABLE enrolment_code ADD COLUMN sealed_key BLOB;
      CREATE TABLE bundle (
        device INTEGER PRIMARY KEY REFERENCES device, content BLOB NOT NULL
      ) STRICT;
      """),
    Migrator.Step(
      "let two people revoke an officer's laptop",
      """
      CREATE TABLE voice (
        device INTEGER NOT NULL REFERENCES device, person INTEGER NOT NULL,
        high INTEGER NOT NULL, time INTEGER NOT NULL, PRIMARY KEY (device, person)
      ) STRICT;
      """),
    // What the pieces of a file have in common is kept once; with its number it gives a piece's header
    // as it was signed.
    Migrator.Step(
      "keep files in pieces",
      """
      CREATE TABLE file (
        id INTEGER PRIMARY KEY, author INTEGER NOT NULL REFERENCES person, file BLOB NOT NULL,
        record BLOB NOT NULL, revision BLOB NOT NULL, device INTEGER NOT NULL,
        village TEXT NOT NULL, name TEXT NOT NULL, count INTEGER NOT NULL, size INTEGER NOT NULL,
        key INTEGER NOT NULL, arrived INTEGER NOT NULL DEFAULT 0, UNIQUE (author, file)
      ) STRICT;
      CREATE INDEX file_by_record ON file (record);
      CREATE INDEX file_by_village ON file (village);
      CREATE TABLE piece (
        item INTEGER PRIMARY KEY, file INTEGER NOT NULL REFERENCES file, number INTEGER NOT NULL,
        box BLOB NOT NULL, signature BLOB NOT NULL, received INTEGER NOT NULL,
        UNIQUE (file, number)
      ) STRICT;
      """),
    Migrator.Step(
      "remember the keys",
      """
      CREATE TABLE centre_key (name TEXT PRIMARY KEY, mark BLOB NOT NULL) STRICT;
      """),
    Migrator.Step(
      "take steps of villages, and remember which texts were given back",
      """
      CREATE TABLE step (
        item INTEGER PRIMARY KEY, hash BLOB NOT NULL UNIQUE, record BLOB NOT NULL,
        header BLOB NOT NULL, box BLOB NOT NULL, signature BLOB NOT NULL,
        received INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE copy (
        hash BLOB PRIMARY KEY, person INTEGER NOT NULL REFERENCES person, given INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX revision_by_hash ON revision (hash);
      CREATE INDEX copy_by_person ON copy (person, given);
      """),
  ])
