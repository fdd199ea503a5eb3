import Compression
import SQLiteKit
import Sealing
public import SyncProtocol

/// The text of a record, to be read again.
public struct RecordText: Equatable, Sendable {
  public var id: RecordID
  public var formID: String
  public var formVersion: String
  /// The record as a form reads it: a draft's values, or what was handed in.
  public var instance: [UInt8]
  public var title: String
  public var origin: Origin

  /// Where it is from.
  public enum Origin: Equatable, Sendable {
    /// What is on this laptop: a draft, a finished record, a correction under way.
    case draft
    /// What the officer sent back.
    case returned
    /// What the centre gave back; it is deleted again once it was read.
    case copy
  }

  public init(
    id: RecordID, formID: String, formVersion: String, instance: [UInt8], title: String,
    origin: Origin
  ) {
    self.id = id
    self.formID = formID
    self.formVersion = formVersion
    self.instance = instance
    self.title = title
    self.origin = origin
  }
}

/// Whether a record can be read on this laptop now.
public enum Reading: Equatable, Sendable {
  case here(RecordText)
  /// Its text is asked for and comes with the next sync; a problem says why the last one brought none.
  case asked(since: Timestamp, Problem?)
  /// It is sealed to the centre, which gives it back when asked.
  case mayAsk
  /// The centre did not give it.
  case refused(Problem)
  /// The person is not enrolled, so no centre can be asked.
  case cannotAsk
}

/// Reading again what was finished (docs/decisions/0157).
extension SurveyStore {
  /// How long a copy that nobody has read is kept, in milliseconds: seven days.
  static let copyLifetime: Int64 = 7 * 24 * 3600 * 1000

  /// Returns a record's text, or says how it can be had.
  ///
  /// A copy that was read is deleted at the next sign-in, or when the store is opened the next time:
  /// a lock does both.
  public func reading(of id: RecordID, for keyring: Keyring) throws(StoreError) -> Reading {
    let (reading, isCopy) = try perform { connection in
      guard let stored = try StoredRecord.find(id, of: keyring, connection) else {
        throw StoreError.noSuchRecord
      }
      if let draft = try Self.text(ofDraft: id, keyring, connection) {
        return (Reading.here(draft), false)
      }
      if stored.state == .returned, let text = try Self.text(ofReturned: id, keyring, connection) {
        return (.here(text), false)
      }
      if let copy = try Self.copy(of: id, keyring, connection) { return copy }
      return (try Author.find(keyring, connection) == nil ? .cannotAsk : .mayAsk, false)
    }
    // A disk that takes no more must not keep anybody from reading.
    if isCopy { try? change { try Self.markRead(id, at: ambient.now(), keyring, $0) } }
    return reading
  }

  /// Asks the centre for a record's text, with the next sync.
  ///
  /// Throws ``StoreError/notEnrolled``, and ``StoreError/noSuchRecord`` for one that the centre has
  /// not: what is here is read here. Asking twice is asking once.
  public func askForCopy(of id: RecordID, for keyring: Keyring) throws(StoreError) {
    try change { connection in
      let stored = try StoredRecord.find(id, of: keyring, connection)
      guard let stored,
        let revision = try Self.newestRevision(of: id, stored, keyring, connection)
      else { throw StoreError.noSuchRecord }
      guard let author = try Author.find(keyring, connection) else { throw StoreError.notEnrolled }
      let isWaiting = try connection.number(
        """
        SELECT 1 FROM outbox WHERE person = \(keyring.person) AND record = \(id)
          AND kind = 'step' AND decision = 'copy' AND state = 'queued'
        """)
      guard isWaiting == nil else { return }
      try connection.run(
        """
        INSERT INTO copy (person, record, revision, asked)
        VALUES (\(keyring.person), \(id), \(revision), \(ambient.now()))
        ON CONFLICT (person, record) DO UPDATE SET
          revision = excluded.revision, asked = excluded.asked, problem = NULL
        """)
      try Self.queue(
        author.seal(DecisionBody(), .copy, on: id, revision, at: ambient.now()),
        of: keyring.person, connection)
      try note(.askedForCopy, by: keyring.person, on: id, connection)
    }
  }

  private static func text(
    ofDraft id: RecordID, _ keyring: Keyring, _ connection: Connection
  ) throws -> RecordText? {
    try connection.first(
      """
      SELECT form_id, form_version, sealed_title, sealed_draft FROM record
      WHERE person = \(keyring.person) AND record = \(id) AND sealed_draft IS NOT NULL
      """
    ) { row in
      let (body, instance) = try DraftBody.read(keyring.open(row.blob(3), as: .draft(id)))
      return RecordText(
        id: id, formID: try body.facts?.formID ?? row.text(0),
        formVersion: try body.facts?.formVersion ?? row.text(1), instance: instance,
        title: try keyring.openTitle(row.blob(2), of: id).title,
        origin: .draft)
    }
  }

  private static func text(
    ofReturned id: RecordID, _ keyring: Keyring, _ connection: Connection
  ) throws -> RecordText? {
    try connection.first(
      """
      SELECT form_id, form_version, verdict FROM record
      WHERE person = \(keyring.person) AND record = \(id) AND verdict IS NOT NULL
      """
    ) { row in
      let body = try OpenedEvent.body(of: row.int(2), with: keyring, connection)
      guard let xml = body.xml else { return nil }
      return RecordText(
        id: id, formID: try row.text(0), formVersion: try row.text(1), instance: Array(xml.utf8),
        title: body.title ?? "", origin: .returned)
    } ?? nil
  }
}

/// What the centre gave back, sealed until it is read and deleted after that.
extension SurveyStore {
  private static func copy(
    of id: RecordID, _ keyring: Keyring, _ connection: Connection
  ) throws -> (Reading, isCopy: Bool)? {
    try connection.first(
      """
      SELECT asked, problem, sealed_body, (
        SELECT 1 FROM outbox WHERE person = \(keyring.person) AND record = \(id)
          AND kind = 'step' AND decision = 'copy' AND state = 'queued')
      FROM copy WHERE person = \(keyring.person) AND record = \(id)
      """
    ) { row in
      if let sealed = try row.optionalBlob(2), let text = try text(ofCopy: id, sealed, keyring) {
        return (.here(text), true)
      }
      let problem = try row.optionalText(1).map { Problem(rawValue: $0) ?? .unrecognised }
      if !row.isNull(3) { return (.asked(since: try row.time(0), problem), false) }
      return problem.map { (.refused($0), false) }
    } ?? nil
  }

  /// Nil for one that does not open: it is asked for again.
  private static func text(
    ofCopy id: RecordID, _ sealed: [UInt8], _ keyring: Keyring
  ) throws -> RecordText? {
    let body = try unlessDamaged {
      WireJSON.decode(
        CopyBody.self,
        from: try Zstandard.decompress(keyring.box.open(sealed), limit: OpenedEvent.largestBody))
    }
    guard let body = body ?? nil else { return nil }
    return RecordText(
      id: id, formID: body.form.id, formVersion: body.form.version, instance: Array(body.xml.utf8),
      title: body.title ?? "", origin: .copy)
  }

  private static func markRead(
    _ id: RecordID, at now: Timestamp, _ keyring: Keyring, _ connection: Connection
  ) throws {
    try connection.run(
      "UPDATE copy SET read = \(now) WHERE person = \(keyring.person) AND record = \(id)")
  }

  /// Keeps a copy that somebody here asked for and the centre signed, and passes over any other.
  static func take(
    _ copy: RecordCopy, today: Timestamp, _ connection: Connection
  ) throws {
    guard let centre = try centre(connection),
      SigningKeys.verify(copy.signature, of: copy.signedBytes, by: centre.sign)
    else { return }
    try connection.run(
      """
      UPDATE copy SET sealed_body = \(copy.box), came = \(today), read = NULL, problem = NULL
      WHERE record = \(copy.record) AND revision = \(copy.revision)
        AND person IN (SELECT id FROM person WHERE number = \(copy.recipient.value))
      """)
  }

  /// A question that the centre does not take is no item that waits for a person: whoever asked
  /// reads why.
  static func refuseCopy(
    ofItem id: Int64, _ state: OutboxState, _ problem: Problem, _ connection: Connection
  ) throws {
    try connection.run(
      """
      UPDATE copy SET problem = \(problem.rawValue) WHERE (person, record) IN (
        SELECT person, record FROM outbox
        WHERE id = \(id) AND kind = 'step' AND decision = 'copy')
      """)
    guard state == .refused else { return }
    try connection.run(
      "DELETE FROM outbox WHERE id = \(id) AND kind = 'step' AND decision = 'copy'")
  }

  static func isStep(_ id: Int64, _ connection: Connection) throws -> Bool {
    try connection.number("SELECT 1 FROM outbox WHERE id = \(id) AND kind = 'step'") != nil
  }

  /// Deletes copies that were read, and those that nobody came to read.
  static func dropCopies(_ connection: Connection, today: Timestamp) throws {
    let oldest = Timestamp(milliseconds: today.milliseconds - copyLifetime)
    try connection.run("DELETE FROM copy WHERE read IS NOT NULL OR came < \(oldest)")
  }
}
