import SQLiteKit
public import SyncProtocol

extension SurveyStore {
  /// How long a deleted draft can be had back, in milliseconds: 30 days.
  public static let trashLifetime: Int64 = 30 * 24 * 3600 * 1000

  /// Puts a draft into the trash, for 30 days.
  ///
  /// Throws ``StoreError/atTheCentre(_:)`` for a correction, however far it is: the centre waits for
  /// it, and a double or a mistake is retracted.
  public func trash(_ id: RecordID, for keyring: Keyring) throws(StoreError) {
    try change { connection in
      if let stored = try StoredRecord.find(id, of: keyring, connection), stored.correction != nil {
        throw StoreError.atTheCentre(stored.state)
      }
      _ = try StoredRecord.require(id, of: keyring, in: [.draft], connection)
      try connection.run(
        """
        UPDATE record SET trashed = \(Self.calendar(connection, now: ambient.now()))
        WHERE person = \(keyring.person) AND record = \(id)
        """)
      try note(.trashed, by: keyring.person, on: id, connection)
    }
  }

  /// Takes a draft out of the trash, as it was.
  public func untrash(_ id: RecordID, for keyring: Keyring) throws(StoreError) {
    try change { connection in
      _ = try StoredRecord.require(id, of: keyring, in: [.trashed], connection)
      try connection.run(
        "UPDATE record SET trashed = NULL WHERE person = \(keyring.person) AND record = \(id)")
      try note(.restored, by: keyring.person, on: id, connection)
    }
  }

  /// The most that the trash ages between two openings, in milliseconds: seven days.
  ///
  /// A laptop whose battery for the clock is dead wakes up in any year. One wrong date costs a week
  /// of the thirty days, and never what is in the trash.
  static let longestStep: Int64 = 7 * 24 * 3600 * 1000

  /// Forgets what has been in the trash for longer than ``trashLifetime``.
  ///
  /// A correction that an earlier program put there is taken out: its record is at the centre.
  static func emptyTrash(_ connection: Connection, now: Timestamp) throws {
    let today = try calendar(connection, now: now)
    let oldest = Timestamp(milliseconds: today.milliseconds - trashLifetime)
    try connection.run(
      """
      UPDATE record SET trashed = NULL
      WHERE trashed IS NOT NULL AND fits
        AND (revision IS NOT NULL OR parent IS NOT NULL OR review IS NOT NULL)
      """)
    try connection.run("DELETE FROM record WHERE trashed < \(oldest) AND fits")
    try dropCopies(connection, today: today)
  }

  /// The laptop's own count of time, which goes on with its clock but never back and never in leaps.
  static func calendar(_ connection: Connection, now: Timestamp) throws -> Timestamp {
    let known = try connection.rows(
      "SELECT value FROM setting WHERE name IN ('calendar.clock', 'calendar.day') ORDER BY name"
    ) { Int64(try $0.text(0)) }
    let clock = (known.first ?? nil) ?? now.milliseconds
    let day = (known.last ?? nil) ?? now.milliseconds
    let step = min(max(now.milliseconds - clock, 0), longestStep)
    let today = Timestamp(milliseconds: day + step)
    for (name, value) in [
      ("calendar.clock", now.milliseconds), ("calendar.day", today.milliseconds),
    ] {
      try connection.run(
        """
        INSERT INTO setting (name, value) VALUES (\(name), \(String(value)))
        ON CONFLICT (name) DO UPDATE SET value = excluded.value
        """)
    }
    return today
  }
}
