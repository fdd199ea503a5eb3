import SQLiteKit
public import SyncProtocol

/// Something that was done on this laptop.
public struct LoggedAction: Equatable, Sendable {
  /// What can be done; the names are kept in the store.
  public enum Kind: String, CaseIterable, Sendable {
    case addedPerson, signedIn, refusedPassphrase, changedPassphrase
    case askedForRecovery, answeredRecovery, recovered
    case enrolled, finished, recalled, trashed, restored, decided, undid
    case retracted, calledOff, askedForCopy
    /// Somebody looked at a whole national ID in a record.
    case revealed
    case wroteBundle, readBundle, wipedKeys, salvaged
  }

  public var time: Timestamp
  public var kind: Kind
  /// The person's number on this laptop.
  public var person: Int64?
  public var record: RecordID?

  public init(time: Timestamp, kind: Kind, person: Int64? = nil, record: RecordID? = nil) {
    self.time = time
    self.kind = kind
    self.person = person
    self.record = record
  }
}

extension SurveyStore {
  /// How many lines the log keeps; the oldest go first.
  static let longestLog = 10_000

  /// Takes down something that was done outside of the store's own steps.
  public func log(
    _ kind: LoggedAction.Kind, on record: RecordID? = nil, by person: Int64?
  ) throws(StoreError) {
    try change { connection in try note(kind, by: person, on: record, connection) }
  }

  /// Returns the last lines of the log, the newest first.
  ///
  /// It holds times, kinds of actions, and the identities of people and records: no name and
  /// nothing that anybody wrote.
  public func log(last count: Int) throws(StoreError) -> [LoggedAction] {
    try perform { connection in
      try connection.rows(
        "SELECT time, action, person, record FROM log ORDER BY id DESC LIMIT \(count)"
      ) { row in
        LoggedAction(
          time: try row.time(0), kind: try row.word(1),
          person: try row.optionalInt(2).map(Int64.init),
          record: row.isNull(3) ? nil : try row.record(3))
      }
    }
  }

  func note(
    _ kind: LoggedAction.Kind, by person: Int64?, on record: RecordID? = nil,
    _ connection: Connection
  ) throws {
    try connection.run(
      """
      INSERT INTO log (time, action, person, record)
      VALUES (\(ambient.now()), \(kind.rawValue), \(person.map(Int.init)), \(record))
      """)
    try connection.run(
      "DELETE FROM log WHERE id <= \(connection.lastInsertedID) - \(Self.longestLog)")
  }
}
