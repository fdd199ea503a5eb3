import SQLiteKit
public import SyncProtocol

/// A record that an officer sent back, with all that is needed to correct it.
public struct ReturnedRecord: Equatable, Sendable {
  public var id: RecordID

  /// The revision that was judged: the parent of the correction.
  public var revision: RevisionHash

  /// The submission as it was sent.
  public var submission: [UInt8]
  public var title: String
  public var verdict: Verdict

  public init(
    id: RecordID, revision: RevisionHash, submission: [UInt8], title: String, verdict: Verdict
  ) {
    self.id = id
    self.revision = revision
    self.submission = submission
    self.title = title
    self.verdict = verdict
  }
}

extension SurveyStore {
  /// Opens a record that an officer sent back.
  ///
  /// Saving a ``Draft`` with its revision as the parent, and its comments as the notes, begins the
  /// correction.
  public func returned(
    _ id: RecordID, for keyring: Keyring
  ) throws(StoreError) -> ReturnedRecord {
    try perform { connection in
      _ = try StoredRecord.require(id, of: keyring, in: [.returned, .ready], connection)
      let verdict = try connection.first(
        """
        SELECT verdict FROM record
        WHERE person = \(keyring.person) AND record = \(id) AND review = 'returned'
        """
      ) { try $0.optionalInt(0) }
      guard let event = verdict ?? nil else { throw StoreError.noSuchRecord }
      let opened = try OpenedEvent.open(event, with: keyring, connection)
      guard let xml = opened.body.xml else {
        throw StoreError.damaged("a returned record came without its answers")
      }
      return ReturnedRecord(
        id: id, revision: opened.revision, submission: Array(xml.utf8),
        title: opened.body.title ?? "", verdict: opened.verdict)
    }
  }
}
