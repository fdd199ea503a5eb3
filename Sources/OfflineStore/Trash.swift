import SQLiteKit
public import SyncProtocol

extension SurveyStore {
  /// How long a deleted draft can be had back, in milliseconds: 30 days.
  public static let trashLifetime: Int64 = 30 * 24 * 3600 * 1000

  /// Puts a draft into the trash, for 30 days.
  public func trash(_ id: RecordID, for keyring: Keyring) throws(StoreError) {
    try change { connection in
      _ = try StoredRecord.require(id, of: keyring, in: [.draft], connection)
      try connection.run(
        """
        UPDATE record SET trashed = \(ambient.now())
        WHERE person = \(keyring.person) AND record = \(id)
        """)
    }
  }

  /// Takes a draft out of the trash, as it was.
  public func untrash(_ id: RecordID, for keyring: Keyring) throws(StoreError) {
    try change { connection in
      _ = try StoredRecord.require(id, of: keyring, in: [.trashed], connection)
      try connection.run(
        "UPDATE record SET trashed = NULL WHERE person = \(keyring.person) AND record = \(id)")
    }
  }

  /// Forgets what has been in the trash for longer than ``trashLifetime``.
  ///
  /// A correction only loses its changes: its record is at the centre and stays in the list.
  static func emptyTrash(_ connection: Connection, now: Timestamp) throws {
    let oldest = Timestamp(milliseconds: now.milliseconds - trashLifetime)
    try connection.run("DELETE FROM record WHERE trashed < \(oldest) AND revision IS NULL")
    try connection.run(
      """
      UPDATE record SET trashed = NULL, phase = 'sent', sealed_draft = NULL
      WHERE trashed < \(oldest)
      """)
  }
}
