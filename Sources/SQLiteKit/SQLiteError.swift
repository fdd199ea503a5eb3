import CSQLite

/// A failure reported by SQLite.
///
/// The bound values of a failed statement are never part of the error: they may hold answers, and
/// errors end up in logs.
public struct SQLiteError: Error, Equatable, Sendable {
  /// What went wrong, as a name callers can switch on.
  public var code: Code

  /// SQLite's own words, in English.
  public var message: String

  /// The text of the statement, with `?` for its values; empty when there was none.
  public var statement: String

  public init(code: Code, message: String = "", statement: String = "") {
    self.code = code
    self.message = message
    self.statement = statement
  }

  init(_ result: CInt, on handle: OpaquePointer?, statement: String = "") {
    let message = handle.flatMap { sqlite3_errmsg($0) } ?? sqlite3_errstr(result)
    self.init(
      code: Code(rawValue: result), message: message.map { String(cString: $0) } ?? "",
      statement: statement)
  }

  /// A result code of SQLite, primary or extended.
  public struct Code: RawRepresentable, Hashable, Sendable {
    public var rawValue: Int32

    public init(rawValue: Int32) { self.rawValue = rawValue }

    /// The code without its details.
    public var primary: Code { Code(rawValue: rawValue & 0xFF) }

    public static let busy = Code(rawValue: SQLITE_BUSY)
    public static let locked = Code(rawValue: SQLITE_LOCKED)
    public static let readOnly = Code(rawValue: SQLITE_READONLY)
    public static let ioError = Code(rawValue: SQLITE_IOERR)
    public static let corrupt = Code(rawValue: SQLITE_CORRUPT)
    public static let full = Code(rawValue: SQLITE_FULL)
    public static let cannotOpen = Code(rawValue: SQLITE_CANTOPEN)
    public static let constraint = Code(rawValue: SQLITE_CONSTRAINT)
    public static let mismatch = Code(rawValue: SQLITE_MISMATCH)
    public static let notADatabase = Code(rawValue: SQLITE_NOTADB)
    public static let permission = Code(rawValue: SQLITE_PERM)
    public static let tooBig = Code(rawValue: SQLITE_TOOBIG)
    public static let outOfMemory = Code(rawValue: SQLITE_NOMEM)
    public static let misuse = Code(rawValue: SQLITE_MISUSE)

    // The extended codes are shifted sums, which Swift cannot import.
    public static let constraintUnique = Code(rawValue: SQLITE_CONSTRAINT | 8 << 8)
    public static let constraintPrimaryKey = Code(rawValue: SQLITE_CONSTRAINT | 6 << 8)
    public static let constraintForeignKey = Code(rawValue: SQLITE_CONSTRAINT | 3 << 8)

    /// Matches a primary code with all of its extended ones, and an extended code with itself.
    public static func ~= (pattern: Code, code: Code) -> Bool {
      pattern == code || pattern == code.primary
    }
  }
}
