import CSQLite

/// One open database, for one thread at a time.
///
/// It is not Sendable: whoever opened it keeps it. Statements are prepared once and kept.
public final class Connection {
  private let handle: OpaquePointer
  private var idle: [String: Statement] = [:]

  /// The most statements that are kept for their next use.
  private static let mostIdle = 100

  /// Opens the database at `path`, making it when there is none, and sets it up.
  ///
  /// For ``Settings/device`` the file is checked first. A file that is damaged, or no database at
  /// all, is left as it was: the error's code is ``SQLiteError/Code/corrupt`` or
  /// ``SQLiteError/Code/notADatabase``. `glance` may read, and only read, before the check, which takes
  /// a while when the file is large. See `sqlite3_open_v2`.
  public init(
    path: String, settings: Settings, glance: (Connection) -> Void = { _ in }
  ) throws(SQLiteError) {
    if !settings.isReadOnly { try DatabaseFile.create(at: path) }
    var handle: OpaquePointer?
    let result = sqlite3_open_v2(path, &handle, settings.openFlags, nil)
    guard result == SQLITE_OK, let handle else {
      defer { sqlite3_close_v2(handle) }
      throw SQLiteError(result, on: handle)
    }
    self.handle = handle
    // SQLite opens what it may not write to for reading, and fails later with another reason.
    guard settings.isReadOnly || sqlite3_db_readonly(handle, "main") == 0 else {
      throw SQLiteError(code: .readOnly, message: "the database may only be read")
    }
    try setUp(settings, path: path, glance)
  }

  deinit {
    idle.removeAll()
    // With every statement finalized there is nothing left that could keep it from closing.
    sqlite3_close_v2(handle)
  }

  /// The number of rows that the last statement changed.
  public var changes: Int { Int(sqlite3_changes64(handle)) }

  /// The rowid that the last INSERT gave.
  public var lastInsertedID: Int64 { sqlite3_last_insert_rowid(handle) }

  /// Runs a statement for what it does.
  public func run(_ sql: SQL) throws(SQLiteError) {
    let statement = try borrow(sql)
    while try statement.step() {}
    giveBack(statement)
  }

  /// Returns what `read` makes of each row.
  public func rows<Value>(
    _ sql: SQL, _ read: (borrowing Row) throws -> Value
  ) throws -> [Value] {
    let statement = try borrow(sql)
    var values: [Value] = []
    while try statement.step() { values.append(try read(Row(of: statement))) }
    giveBack(statement)
    return values
  }

  /// Returns what `read` makes of the first row, or nil when there is none.
  public func first<Value>(
    _ sql: SQL, _ read: (borrowing Row) throws -> Value
  ) throws -> Value? {
    let statement = try borrow(sql)
    let value = try statement.step() ? try read(Row(of: statement)) : nil
    giveBack(statement)
    return value
  }

  /// Returns the number in the first column of the first row, or nil without a row.
  public func number(_ sql: SQL) throws(SQLiteError) -> Int? {
    let statement = try borrow(sql)
    let value = try statement.step() ? try Row(of: statement).int(0) : nil
    giveBack(statement)
    return value
  }

  /// Runs several statements that take no values, such as a step of a ``Migrator``.
  public func run(script: String) throws(SQLiteError) {
    let result = sqlite3_exec(handle, script, nil, nil, nil)
    guard result == SQLITE_OK else { throw SQLiteError(result, on: handle, statement: script) }
  }

  /// Does all of `body` or nothing of it, and returns once it is on the disk.
  ///
  /// There is no other way to begin a transaction, and no transaction inside another.
  public func transaction<Value>(_ body: () throws -> Value) throws -> Value {
    try between("BEGIN IMMEDIATE", body)
  }

  /// Lets all reads in `body` see the database as it is at the first of them.
  public func snapshot<Value>(_ body: () throws -> Value) throws -> Value {
    try between("BEGIN DEFERRED", body)
  }

  /// Moves the log into the database and empties it; only the connection that writes may.
  public func checkpoint() throws(SQLiteError) {
    let result = sqlite3_wal_checkpoint_v2(handle, nil, SQLITE_CHECKPOINT_TRUNCATE, nil, nil)
    guard result == SQLITE_OK else { throw SQLiteError(result, on: handle) }
  }

  private func between<Value>(_ begin: SQL, _ body: () throws -> Value) throws -> Value {
    precondition(sqlite3_get_autocommit(handle) != 0, "A transaction cannot hold another")
    try run(begin)
    do {
      let value = try body()
      try run("COMMIT")
      return value
    } catch {
      // A full disk or an I/O error may have rolled back already. And should ROLLBACK itself fail,
      // the first error is still the one to report.
      if sqlite3_get_autocommit(handle) == 0 { try? run("ROLLBACK") }
      throw error
    }
  }

  // A statement in use is not among the idle ones, so a query may run itself again while it is
  // being read; and one that failed is never given back.
  private func borrow(_ sql: SQL) throws(SQLiteError) -> Statement {
    let statement: Statement
    if let known = idle.removeValue(forKey: sql.text) {
      statement = known
    } else {
      statement = try Statement(sql.text, on: handle)
    }
    try statement.bind(sql.values)
    return statement
  }

  private func giveBack(_ statement: Statement) {
    statement.reset()
    if idle.count >= Self.mostIdle { idle.removeAll() }
    idle[statement.text] = statement
  }
}

extension Connection {
  private func setUp(
    _ settings: Settings, path: String, _ glance: (Connection) -> Void
  ) throws(SQLiteError) {
    sqlite3_busy_timeout(handle, 5_000)
    // Nothing is moved into a file that was not checked, not even by closing it again.
    try configure(SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, to: true)
    for (option, isOn) in Settings.options { try configure(option, to: isOn) }
    for (limit, value) in Settings.limits { sqlite3_limit(handle, limit, value) }
    let added = csqlite_add_row_sum(handle)
    guard added == SQLITE_OK else { throw SQLiteError(added, on: handle) }
    for (set, get, value) in settings.pragmas {
      try run(set)
      try require(get, is: value)
    }
    glance(self)
    if settings.isCheckedWhenOpened { try check() }
    guard !settings.isReadOnly else { return }
    try useLog(path: path)
    try configure(SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, to: false)
  }

  /// Switches to the write-ahead log, for good.
  ///
  /// Under FULL the switch itself can be undone by a power cut: the deletion of the old journal is
  /// not yet in the folder, and the journal rolls the first commits back.
  private func useLog(path: String) throws(SQLiteError) {
    if try setting("PRAGMA journal_mode") != "wal" {
      try run("PRAGMA synchronous = EXTRA")
      try require("PRAGMA synchronous", is: "3")
      try require("PRAGMA journal_mode = WAL", is: "wal")
      try DatabaseFile.syncFolder(of: path)
    }
    try run("PRAGMA synchronous = FULL")
    try require("PRAGMA synchronous", is: "2")
  }

  private func check() throws(SQLiteError) {
    let verdict = try setting("PRAGMA quick_check(1)")
    guard verdict == "ok" else {
      throw SQLiteError(code: .corrupt, message: "the check of the file failed")
    }
  }

  private func configure(_ option: CInt, to isOn: Bool) throws(SQLiteError) {
    var isOnNow: CInt = -1
    let result = csqlite_configure(handle, option, isOn ? 1 : 0, &isOnNow)
    guard result == SQLITE_OK, isOnNow == (isOn ? 1 : 0) else {
      throw SQLiteError(code: .misuse, message: "option \(option) was refused")
    }
  }

  private func require(_ sql: SQL, is value: String) throws(SQLiteError) {
    guard try setting(sql) == value else {
      throw SQLiteError(code: .misuse, message: "the setting was refused", statement: sql.text)
    }
  }

  /// The first column of the first row as text, whatever its type.
  private func setting(_ sql: SQL) throws(SQLiteError) -> String? {
    let statement = try Statement(sql.text, on: handle)
    guard try statement.step(), let text = sqlite3_column_text(statement.handle, 0) else {
      return nil
    }
    return String(cString: text)
  }
}

extension Connection {
  /// Copies the whole database, as of one moment, into a new file that is then on the disk.
  ///
  /// See `sqlite3_backup_init`.
  public func backup(to path: String) throws(SQLiteError) {
    try DatabaseFile.create(at: path)
    try copy(to: path)
    try DatabaseFile.syncFile(path)
    try DatabaseFile.syncFolder(of: path)
  }

  private func copy(to path: String) throws(SQLiteError) {
    var target: OpaquePointer?
    let result = sqlite3_open_v2(path, &target, SQLITE_OPEN_READWRITE, nil)
    defer { sqlite3_close_v2(target) }
    guard result == SQLITE_OK else { throw SQLiteError(result, on: target) }
    guard let backup = sqlite3_backup_init(target, "main", handle, "main") else {
      throw SQLiteError(sqlite3_errcode(target), on: target)
    }
    let copied = sqlite3_backup_step(backup, -1)
    let finished = sqlite3_backup_finish(backup)
    guard copied == SQLITE_DONE, finished == SQLITE_OK else {
      throw SQLiteError(copied == SQLITE_DONE ? finished : copied, on: target)
    }
  }
}
