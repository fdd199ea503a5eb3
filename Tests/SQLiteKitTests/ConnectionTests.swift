import SQLiteKit
import TestSupport
import Testing

struct ConnectionTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path + "/test.sqlite"
  }

  private func open(_ settings: Settings = .device) throws -> Connection {
    let connection = try Connection(path: path, settings: settings)
    if settings == .device || settings == .centre {
      try connection.run(
        "CREATE TABLE IF NOT EXISTS answer (id INTEGER PRIMARY KEY, text TEXT, body BLOB) STRICT")
    }
    return connection
  }

  @Test func `what is interpolated is bound`() throws {
    let connection = try open()
    let nasty = "บ้าน'); DROP TABLE answer; --"
    try connection.run("INSERT INTO answer (text, body) VALUES (\(nasty), \([0, 255] as [UInt8]))")
    let rows = try connection.rows("SELECT text, body FROM answer WHERE text = \(nasty)") {
      (try $0.text(0), try $0.blob(1))
    }
    #expect(rows.map(\.0) == [nasty])
    #expect(rows.map(\.1) == [[0, 255]])
  }

  @Test func `an empty text and an empty blob are not NULL`() throws {
    let connection = try open()
    try connection.run("INSERT INTO answer (text, body) VALUES (\(""), \([UInt8]()))")
    try connection.run("INSERT INTO answer (text) VALUES (\(String?.none))")
    let rows = try connection.rows("SELECT text, body FROM answer ORDER BY id") {
      (try $0.optionalText(0), try $0.optionalBlob(1))
    }
    #expect(rows.map(\.0) == ["", nil])
    #expect(rows.map(\.1) == [[], nil])
  }

  @Test func `a value of another type is an error and not a guess`() throws {
    let connection = try open()
    try connection.run("INSERT INTO answer (text) VALUES (\("47"))")
    #expect {
      try connection.rows("SELECT text FROM answer") { try $0.int(0) }
    } throws: {
      ($0 as? SQLiteError)?.code == .mismatch
    }
  }

  @Test func `an error never holds a bound value`() throws {
    let connection = try open()
    try connection.run("CREATE UNIQUE INDEX one ON answer (text)")
    try connection.run("INSERT INTO answer (text) VALUES (\("1-0000-00001-01-3"))")
    let error = #expect(throws: SQLiteError.self) {
      try connection.run("INSERT INTO answer (text) VALUES (\("1-0000-00001-01-3"))")
    }
    #expect(error?.code == .constraintUnique)
    #expect(error.map { SQLiteError.Code.constraint ~= $0.code } == true)
    #expect("\(String(describing: error))".contains("answer.text"))
    #expect(!"\(String(describing: error))".contains("0000"))
  }

  @Test func `a transaction that throws leaves nothing behind`() throws {
    struct Stop: Error {}
    let connection = try open()
    #expect(throws: Stop.self) {
      try connection.transaction {
        try connection.run("INSERT INTO answer (text) VALUES ('ครึ่งทาง')")
        throw Stop()
      }
    }
    #expect(try connection.number("SELECT count(*) FROM answer") == 0)
    try connection.transaction { try connection.run("INSERT INTO answer (text) VALUES ('ครบ')") }
    #expect(try connection.number("SELECT count(*) FROM answer") == 1)
  }

  @Test func `a statement may run itself again while it is read`() throws {
    let connection = try open()
    for text in ["ก", "ข"] { try connection.run("INSERT INTO answer (text) VALUES (\(text))") }
    let pairs = try connection.rows("SELECT text FROM answer ORDER BY id") { outer in
      let first = try outer.text(0)
      return try connection.rows("SELECT text FROM answer ORDER BY id") {
        first + (try $0.text(0))
      }
    }
    #expect(pairs.flatMap { $0 } == ["กก", "กข", "ขก", "ขข"])
  }

  @Test func `a database has no readers but its owner`() throws {
    _ = try open()
    #expect(try folder.mode(of: "test.sqlite") == 0o600)
  }

  @Test func `a laptop's store is one connection without shared memory`() throws {
    let connection = try open()
    try connection.run("INSERT INTO answer (text) VALUES ('ก')")
    #expect(try folder.names() == ["test.sqlite", "test.sqlite-wal"])
    #expect(try connection.first("PRAGMA journal_mode") { try $0.text(0) } == "wal")
    #expect(try connection.number("PRAGMA synchronous") == 2)
    #expect(try connection.number("PRAGMA secure_delete") == 1)
  }

  @Test func `text in double quotes is no text`() throws {
    let connection = try open()
    #expect(throws: SQLiteError.self) { try connection.run("SELECT \"no such column\"") }
  }

  @Test func `the schema cannot be written by hand`() throws {
    let connection = try open()
    try connection.run("PRAGMA writable_schema = ON")
    #expect(throws: SQLiteError.self) { try connection.run("DELETE FROM sqlite_schema") }
  }

  @Test func `a reader of the centre sees commits and cannot write`() throws {
    let writer = try open(.centre)
    let reader = try open(.centreReader)
    try writer.run("INSERT INTO answer (text) VALUES ('ก')")
    #expect(try reader.number("SELECT count(*) FROM answer") == 1)
    #expect {
      try reader.run("DELETE FROM answer")
    } throws: {
      ($0 as? SQLiteError).map { SQLiteError.Code.readOnly ~= $0.code } == true
    }
  }

  @Test func `a snapshot does not change while it is read`() throws {
    let writer = try open(.centre)
    let reader = try open(.centreReader)
    let counts = try reader.snapshot {
      let before = try reader.number("SELECT count(*) FROM answer")
      try writer.run("INSERT INTO answer (text) VALUES ('ก')")
      return [before, try reader.number("SELECT count(*) FROM answer")]
    }
    #expect(counts == [0, 0])
    #expect(try reader.number("SELECT count(*) FROM answer") == 1)
  }

  @Test func `a full disk is told as one, and what was there stays`() throws {
    let connection = try open()
    try connection.run("INSERT INTO answer (text) VALUES ('เดิม')")
    let pages = try connection.number("PRAGMA page_count") ?? 0
    try connection.run("PRAGMA max_page_count = \(pasted: pages)")
    let large = [UInt8](repeating: 1, count: 100_000)
    #expect {
      try connection.run("INSERT INTO answer (body) VALUES (\(large))")
    } throws: {
      ($0 as? SQLiteError)?.code == .full
    }
    #expect(try connection.number("SELECT count(*) FROM answer") == 1)
  }

  @Test func `a backup is a whole database`() throws {
    let connection = try open(.centre)
    try connection.run("INSERT INTO answer (text) VALUES ('ก')")
    try connection.backup(to: folder.path + "/copy.sqlite")
    try connection.run("INSERT INTO answer (text) VALUES ('ข')")
    let copy = try Connection(path: folder.path + "/copy.sqlite", settings: .device)
    #expect(try copy.number("SELECT count(*) FROM answer") == 1)
  }
}
