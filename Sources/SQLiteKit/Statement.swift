import CSQLite

/// A prepared statement, to be run any number of times with other values.
final class Statement {
  let handle: OpaquePointer
  let text: String
  private let database: OpaquePointer

  init(_ text: String, on database: OpaquePointer) throws(SQLiteError) {
    var handle: OpaquePointer?
    let result = sqlite3_prepare_v3(
      database, text, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &handle, nil)
    guard result == SQLITE_OK else {
      throw SQLiteError(result, on: database, statement: text)
    }
    guard let handle else {
      throw SQLiteError(code: .misuse, message: "the statement is empty", statement: text)
    }
    self.handle = handle
    self.text = text
    self.database = database
  }

  deinit {
    // Repeats the result of the last step, which was reported then.
    sqlite3_finalize(handle)
  }

  func bind(_ values: [SQLValue]) throws(SQLiteError) {
    guard values.count == sqlite3_bind_parameter_count(handle) else {
      throw SQLiteError(code: .misuse, message: "a value is missing", statement: text)
    }
    for (index, value) in values.enumerated() {
      try check(bind(value, at: CInt(index + 1)))
    }
  }

  private func bind(_ value: SQLValue, at index: CInt) -> CInt {
    switch value {
    case .null: sqlite3_bind_null(handle, index)
    case .integer(let number): sqlite3_bind_int64(handle, index, number)
    case .real(let number): sqlite3_bind_double(handle, index, number)
    case .text(var text):
      text.withUTF8 { utf8 in
        utf8.withMemoryRebound(to: CChar.self) {
          csqlite_bind_text(handle, index, $0.baseAddress, UInt64($0.count))
        }
      }
    case .blob(let bytes):
      bytes.withUnsafeBytes { csqlite_bind_blob(handle, index, $0.baseAddress, UInt64($0.count)) }
    }
  }

  /// Moves to the next row; false after the last one.
  func step() throws(SQLiteError) -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let result: throw SQLiteError(result, on: database, statement: text)
    }
  }

  /// Makes it ready for its next use, and forgets the values of the last.
  func reset() {
    // Repeats the result of the last step, which was reported then.
    sqlite3_reset(handle)
    sqlite3_clear_bindings(handle)
  }

  private func check(_ result: CInt) throws(SQLiteError) {
    guard result == SQLITE_OK else { throw SQLiteError(result, on: database, statement: text) }
  }
}
