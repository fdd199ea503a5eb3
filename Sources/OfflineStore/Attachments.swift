import SQLiteKit
public import SyncProtocol

/// A file kept beside a record: a photo, a recording, the log of how it was filled in.
public struct Attachment: Equatable, Sendable {
  /// The name that the record knows it by.
  public var name: String
  /// How many bytes it has.
  public var size: Int

  public init(name: String, size: Int) {
    self.name = name
    self.size = size
  }
}

extension SurveyStore {
  /// Keeps a file beside a record, sealed with the person's key; one of the same name is replaced.
  ///
  /// Throws ``StoreError/recordFull`` when the record's files would be more than one record's may be.
  public func attach(
    _ content: [UInt8], as name: String, to id: RecordID, for keyring: Keyring
  ) throws(StoreError) {
    try change { connection in
      let others = try connection.number(
        """
        SELECT coalesce(sum(size), 0) FROM attachment
        WHERE person = \(keyring.person) AND record = \(id) AND name <> \(name)
        """)
      guard (others ?? 0) + content.count <= FileLimits.record else { throw StoreError.recordFull }
      try Self.keep(content, as: name, of: id, at: ambient.now(), for: keyring, connection)
    }
  }

  static func keep(
    _ content: [UInt8], as name: String, of id: RecordID, at now: Timestamp, for keyring: Keyring,
    _ connection: Connection
  ) throws {
    let sealed = keyring.seal(content, as: .attachment(id, name))
    try connection.run(
      """
      INSERT INTO attachment (person, record, name, size, at, sealed_content)
      VALUES (\(keyring.person), \(id), \(name), \(content.count), \(now), \(sealed))
      ON CONFLICT (person, record, name) DO UPDATE SET
        size = excluded.size, at = excluded.at, sealed_content = excluded.sealed_content
      """)
  }

  /// Returns what is kept beside a record, by name.
  public func attachments(
    of id: RecordID, for keyring: Keyring
  ) throws(StoreError) -> [Attachment] {
    try perform { connection in
      try connection.rows(
        """
        SELECT name, size FROM attachment
        WHERE person = \(keyring.person) AND record = \(id) ORDER BY name
        """
      ) { Attachment(name: try $0.text(0), size: try $0.int(1)) }
    }
  }

  /// Returns the bytes of a file beside a record, or nil when there is none of the name.
  public func attachment(
    _ name: String, of id: RecordID, for keyring: Keyring
  ) throws(StoreError) -> [UInt8]? {
    try perform { connection in try Self.file(name, of: id, for: keyring, connection) }
  }

  static func file(
    _ name: String, of id: RecordID, for keyring: Keyring, _ connection: Connection
  ) throws -> [UInt8]? {
    try connection.first(
      """
      SELECT sealed_content FROM attachment
      WHERE person = \(keyring.person) AND record = \(id) AND name = \(name)
      """
    ) { try keyring.open($0.blob(0), as: .attachment(id, name)) }
  }

  /// Forgets the files of records that are gone for good.
  ///
  /// A file may be kept before the first save of its record, so a day passes first.
  static func dropLooseAttachments(_ connection: Connection, now: Timestamp) throws {
    let yesterday = Timestamp(milliseconds: now.milliseconds - 24 * 3600 * 1000)
    try connection.run(
      """
      DELETE FROM attachment WHERE at < \(yesterday) AND NOT EXISTS (
        SELECT 1 FROM record r WHERE r.person = attachment.person AND r.record = attachment.record)
      """)
    try connection.run(
      """
      DELETE FROM sent_file WHERE NOT EXISTS (
        SELECT 1 FROM record r WHERE r.person = sent_file.person AND r.record = sent_file.record)
      """)
  }
}
