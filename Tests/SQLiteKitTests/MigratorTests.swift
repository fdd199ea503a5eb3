import SQLiteKit
import TestSupport
import Testing

private let migrator = Migrator(
  applicationID: 0x4654_0001,
  steps: [
    Migrator.Step("create drafts", "CREATE TABLE draft (id INTEGER PRIMARY KEY) STRICT;"),
    Migrator.Step(
      "give drafts a state and an index",
      """
      ALTER TABLE draft ADD COLUMN state TEXT NOT NULL DEFAULT 'draft';
      CREATE INDEX draft_state ON draft (state);
      """),
  ])

struct MigratorTests {
  private let folder: TemporaryFolder
  private let connection: Connection

  init() throws {
    folder = try TemporaryFolder()
    connection = try Connection(path: folder.path + "/test.sqlite", settings: .device)
  }

  @Test(arguments: 0...migrator.steps.count)
  func `every earlier version migrates to the newest`(version: Int) throws {
    try migrator.migrate(connection, to: version)
    #expect(try connection.number("PRAGMA user_version") == version)
    try migrator.migrate(connection)
    #expect(
      try connection.number("SELECT count(*) FROM sqlite_schema WHERE name = 'draft_state'") == 1)
    #expect(try connection.number("PRAGMA user_version") == 2)
    #expect(try connection.number("PRAGMA application_id") == migrator.applicationID)
  }

  @Test func `a database of a newer program is refused untouched`() throws {
    try migrator.migrate(connection)
    let older = Migrator(
      applicationID: migrator.applicationID, steps: Array(migrator.steps.prefix(1)))
    #expect(throws: MigrationError.newer(2)) { try older.migrate(connection) }
    #expect(try connection.number("PRAGMA user_version") == 2)
  }

  @Test func `a database of another program is refused untouched`() throws {
    try connection.run("CREATE TABLE photo (id INTEGER) STRICT")
    #expect(throws: MigrationError.foreign) { try migrator.migrate(connection) }
    // Another program's steps are not counted as ours.
    try connection.run("PRAGMA user_version = 9")
    #expect(throws: MigrationError.foreign) { try migrator.migrate(connection) }
    #expect(try connection.number("SELECT count(*) FROM sqlite_schema") == 1)
  }

  @Test func `a step that fails leaves the step before`() throws {
    var broken = migrator
    broken.steps[1].script = "ALTER TABLE draft ADD COLUMN state TEXT; CREATE TABLE draft (x);"
    let error = #expect(throws: MigrationError.self) { try broken.migrate(connection) }
    #expect(error != .foreign)
    #expect(try connection.number("PRAGMA user_version") == 1)
    try migrator.migrate(connection)
    #expect(try connection.number("PRAGMA user_version") == 2)
  }
}
