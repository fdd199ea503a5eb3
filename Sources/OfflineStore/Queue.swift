import SQLiteKit
public import SyncProtocol

/// A record in an officer's queue.
public struct QueueEntry: Equatable, Identifiable, Sendable {
  public var id: RecordID
  public var village: AreaCode
  public var state: ReviewState

  /// The revision that a decision would judge.
  public var revision: RevisionHash
  public var title: String
  public var author: String

  /// What the record's `site_name` says of its village or community; nil when it says nothing.
  public var villageName: String?

  /// When the centre took in the newest change.
  public var changed: Timestamp

  /// Checks that gave cause for a second look.
  public var warnings: [QuestionComment]
  public var hasPrevious: Bool

  /// Other records that give the same national ID.
  public var duplicateOf: [RecordID]

  /// Set when the revision to judge is not the one that the record stands on.
  public var standing: Standing?

  /// Set when the laptop that it is from was revoked.
  public var revoked: RevokedLaptop?

  /// The decision taken here that the centre has not answered to.
  public var pending: Decision?

  /// Whether the pending decision can still be undone.
  public var mayUndo: Bool

  /// Why the centre did not take the decision.
  public var refusal: Problem?

  /// Whether the submission does not open with this person's keys, or something of the record was
  /// changed on the disk.
  public var isDamaged = false

  public init(
    id: RecordID, village: AreaCode, state: ReviewState, revision: RevisionHash, title: String,
    author: String, villageName: String? = nil, changed: Timestamp,
    warnings: [QuestionComment], hasPrevious: Bool,
    duplicateOf: [RecordID] = [], standing: Standing? = nil, revoked: RevokedLaptop? = nil,
    pending: Decision? = nil,
    mayUndo: Bool, refusal: Problem? = nil, isDamaged: Bool = false
  ) {
    self.id = id
    self.village = village
    self.state = state
    self.revision = revision
    self.title = title
    self.author = author
    self.villageName = villageName
    self.changed = changed
    self.warnings = warnings
    self.hasPrevious = hasPrevious
    self.duplicateOf = duplicateOf
    self.standing = standing
    self.revoked = revoked
    self.pending = pending
    self.mayUndo = mayUndo
    self.refusal = refusal
    self.isDamaged = isDamaged
  }
}

/// A record as an officer reads it.
public struct RecordUnderReview: Equatable, Sendable {
  public var entry: QueueEntry
  public var submission: [UInt8]

  /// The submission before this one, to see what changed.
  public var previous: [UInt8]?

  /// The last return or rejection, with its words.
  public var verdict: Verdict?

  public init(
    entry: QueueEntry, submission: [UInt8], previous: [UInt8]? = nil, verdict: Verdict? = nil
  ) {
    self.entry = entry
    self.submission = submission
    self.previous = previous
    self.verdict = verdict
  }
}

/// What a list needs of a submission, kept so that it is opened once.
private struct ReviewSummary: Codable {
  var title: String
  var author: String
  var villageName: String?
  var warnings: [QuestionComment]
  var duplicateOf: [RecordID]?
  var standing: Standing?
  var revoked: RevokedLaptop?

  static func open(
    _ sealed: [UInt8], of id: RecordID, with keyring: Keyring
  ) throws -> ReviewSummary {
    let json = try keyring.open(sealed, as: .reviewSummary(id))
    guard let summary = WireJSON.decode(ReviewSummary.self, from: json) else {
      throw StoreError.damaged("a summary cannot be read")
    }
    return summary
  }

  /// Nil when the box does not open: it may be sealed to keys that the officer had before.
  static func open(
    event: Int, with keyring: Keyring, _ connection: Connection
  ) throws -> ReviewSummary? {
    try unlessDamaged {
      let body = try OpenedEvent.body(of: event, with: keyring, connection)
      return ReviewSummary(
        title: body.title ?? "", author: body.author ?? "",
        villageName: body.xml.flatMap { SubmissionText.first("site_name", in: $0) },
        warnings: body.warnings ?? [],
        duplicateOf: body.duplicateOf, standing: body.standing, revoked: body.revoked)
    }
  }
}

extension SurveyStore {
  /// Returns every record that was fetched for the officer, oldest change first.
  public func queue(for keyring: Keyring) throws(StoreError) -> [QueueEntry] {
    try perform { connection in try requireValidCertificate(keyring, connection) }
    try summarizeNewSubmissions(for: keyring)
    return try perform { connection in try Self.entries(for: keyring, connection) }
  }

  /// Returns the lines of some records; those that this laptop does not have are left out.
  public func entries(
    of records: [RecordID], for keyring: Keyring
  ) throws(StoreError) -> [QueueEntry] {
    try perform { connection in
      try records.compactMap { try Self.entry(of: $0, for: keyring, connection) }
    }
  }

  /// Opens a record of the queue.
  public func review(
    _ id: RecordID, for keyring: Keyring
  ) throws(StoreError) -> RecordUnderReview {
    try perform { connection in
      try requireValidCertificate(keyring, connection)
      guard let entry = try Self.entry(of: id, for: keyring, connection) else {
        throw StoreError.noSuchRecord
      }
      let events = try connection.first(
        """
        SELECT current, previous, verdict, fits FROM review
        WHERE person = \(keyring.person) AND record = \(id)
        """
      ) { row in
        try row.requireFit(3)
        return (try row.optionalInt(0), try row.optionalInt(1), try row.optionalInt(2))
      }
      func open(_ event: Int?) throws -> OpenedEvent? {
        try event.map { try OpenedEvent.open($0, with: keyring, connection) }
      }
      guard let events, let xml = try open(events.0)?.body.xml else {
        throw StoreError.noSuchRecord
      }
      return RecordUnderReview(
        entry: entry, submission: Array(xml.utf8),
        previous: try open(events.1)?.body.xml.map { Array($0.utf8) },
        verdict: try open(events.2)?.verdict)
    }
  }

  static func entry(
    of id: RecordID, for keyring: Keyring, _ connection: Connection
  ) throws -> QueueEntry? {
    try entries(for: keyring, only: id, connection).first
  }

  // A box takes far longer to open than a value under the officer's own key. On a disk that takes
  // nothing more the list is there all the same: its boxes are opened each time.
  private func summarizeNewSubmissions(for keyring: Keyring) throws(StoreError) {
    do {
      try change { connection in
        for (row, record, event) in try Self.newSubmissions(for: keyring, connection) {
          guard let summary = try ReviewSummary.open(event: event, with: keyring, connection)
          else { continue }
          let sealed = keyring.seal(WireJSON.encode(summary), as: .reviewSummary(record))
          try connection.run("UPDATE review SET sealed_summary = \(sealed) WHERE id = \(row)")
        }
      }
    } catch .noSpace {
      return
    } catch .readOnly {
      return
    } catch {
      throw error
    }
  }

  private static func newSubmissions(
    for keyring: Keyring, _ connection: Connection
  ) throws -> [(row: Int, record: RecordID, event: Int)] {
    try connection.rows(
      """
      SELECT id, record, current FROM review
      WHERE person = \(keyring.person) AND sealed_summary IS NULL AND current IS NOT NULL
      """
    ) { (try $0.int(0), try $0.record(1), try $0.int(2)) }
  }

  private static func entries(
    for keyring: Keyring, only record: RecordID? = nil, _ connection: Connection
  ) throws -> [QueueEntry] {
    try connection.rows(
      """
      SELECT r.record, r.village, r.state, r.revision, r.changed, r.previous IS NOT NULL,
        r.sealed_summary, o.decision, o.state, o.problem, o.offers, r.current,
        r.fits AND coalesce(o.fits, TRUE)
      FROM review r LEFT JOIN outbox o ON o.id = (
        SELECT max(id) FROM outbox WHERE person = r.person AND record = r.record AND kind = 'dec'
          AND state <> 'stored')
      WHERE r.person = \(keyring.person) AND r.current IS NOT NULL
        AND (\(record) IS NULL OR r.record = \(record))
      ORDER BY r.changed, r.id
      """
    ) { row in
      try row.bool(12) ? entry(row, keyring, connection) : unlessDamaged { try damaged(row) }
    }.compactMap(\.self)
  }

  /// A record whose columns were changed on the disk.
  private static func damaged(_ row: borrowing Row) throws -> QueueEntry {
    QueueEntry(
      id: try row.record(0), village: try row.area(1), state: .received, revision: try row.hash(3),
      title: "", author: "", changed: Timestamp(milliseconds: 0), warnings: [], hasPrevious: false,
      mayUndo: false, isDamaged: true)
  }

  private static func entry(
    _ row: borrowing Row, _ keyring: Keyring, _ connection: Connection
  ) throws -> QueueEntry {
    let id = try row.record(0)
    let summary =
      if let sealed = try row.optionalBlob(6) {
        try unlessDamaged { try ReviewSummary.open(sealed, of: id, with: keyring) }
      } else {
        try ReviewSummary.open(event: row.int(11), with: keyring, connection)
      }
    let outbox: OutboxState? = try row.optionalWord(8)
    return QueueEntry(
      id: id, village: try row.area(1), state: try row.word(2), revision: try row.hash(3),
      title: summary?.title ?? "", author: summary?.author ?? "",
      villageName: summary?.villageName, changed: try row.time(4),
      warnings: summary?.warnings ?? [], hasPrevious: try row.bool(5),
      duplicateOf: summary?.duplicateOf ?? [], standing: summary?.standing,
      revoked: summary?.revoked,
      pending: outbox == .refused ? nil : try row.optionalWord(7),
      mayUndo: try outbox == .queued && row.int(10) == 0,
      refusal: try row.optionalText(9).map {
        Problem(rawValue: $0) ?? .unrecognised
      }, isDamaged: summary == nil)
  }
}
