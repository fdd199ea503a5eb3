import CSQLite

/// One row of an answer, readable only in the closure that it is lent to.
///
/// Columns are read by their place in the statement, from 0. A value of another type than asked for
/// is an error: nothing is converted.
public struct Row: ~Copyable {
  private let statement: Statement

  init(of statement: Statement) {
    self.statement = statement
  }

  public func int(_ column: Int) throws(SQLiteError) -> Int {
    try expect(SQLITE_INTEGER, in: column)
    return Int(sqlite3_column_int64(statement.handle, CInt(column)))
  }

  public func double(_ column: Int) throws(SQLiteError) -> Double {
    try expect(SQLITE_FLOAT, in: column)
    return sqlite3_column_double(statement.handle, CInt(column))
  }

  public func bool(_ column: Int) throws(SQLiteError) -> Bool {
    try int(column) != 0
  }

  public func text(_ column: Int) throws(SQLiteError) -> String {
    try expect(SQLITE_TEXT, in: column)
    guard let start = sqlite3_column_text(statement.handle, CInt(column)) else {
      throw SQLiteError(code: .outOfMemory, statement: statement.text)
    }
    let count = Int(sqlite3_column_bytes(statement.handle, CInt(column)))
    return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }

  public func blob(_ column: Int) throws(SQLiteError) -> [UInt8] {
    try expect(SQLITE_BLOB, in: column)
    // SQLite gives no pointer to an empty blob.
    guard let start = sqlite3_column_blob(statement.handle, CInt(column)) else { return [] }
    let count = Int(sqlite3_column_bytes(statement.handle, CInt(column)))
    return Array(UnsafeRawBufferPointer(start: start, count: count))
  }

  public func optionalInt(_ column: Int) throws(SQLiteError) -> Int? {
    isNull(column) ? nil : try int(column)
  }

  public func optionalText(_ column: Int) throws(SQLiteError) -> String? {
    isNull(column) ? nil : try text(column)
  }

  public func optionalBlob(_ column: Int) throws(SQLiteError) -> [UInt8]? {
    isNull(column) ? nil : try blob(column)
  }

  public func isNull(_ column: Int) -> Bool {
    sqlite3_column_type(statement.handle, CInt(column)) == SQLITE_NULL
  }

  private func expect(_ type: CInt, in column: Int) throws(SQLiteError) {
    precondition(
      column < sqlite3_column_count(statement.handle), "The statement has no such column")
    guard sqlite3_column_type(statement.handle, CInt(column)) == type else {
      throw SQLiteError(
        code: .mismatch, message: "column \(column) holds another type", statement: statement.text)
    }
  }
}
