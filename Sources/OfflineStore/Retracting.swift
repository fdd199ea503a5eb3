import SQLiteKit
import Sealing
public import SyncProtocol

/// A village takes back what it handed in: a signed step that the centre judges.
extension SurveyStore {
  /// Takes back a record that the centre has and nobody has settled, with a reason; it goes with the
  /// next sync.
  ///
  /// The record stays what it is until the centre has taken the step. Throws
  /// ``StoreError/missingReason``, ``StoreError/notEnrolled``, ``StoreError/beingRetracted``, and
  /// ``StoreError/notAllowed(_:)`` in any other state: what was never sent is recalled and trashed.
  public func retract(
    _ id: RecordID, because reason: RetractionReason, note words: String = "",
    for keyring: Keyring
  ) throws(StoreError) {
    try change { connection in
      let stored = try StoredRecord.require(
        id, of: keyring, in: [.sent, .resubmitted, .returned], connection)
      guard let author = try Author.find(keyring, connection) else { throw StoreError.notEnrolled }
      let body = DecisionBody(reasons: [reason.code], note: words)
      guard body.sufficesForRetraction else { throw StoreError.missingReason }
      if case .waiting? = try Self.retraction(of: id, of: keyring, connection) {
        throw StoreError.beingRetracted
      }
      try Self.dropRetraction(of: id, of: keyring, connection)
      guard let revision = try Self.newestRevision(of: id, stored, keyring, connection) else {
        throw StoreError.notAllowed(stored.state)
      }
      try Self.queue(
        author.seal(body, .retract, on: id, revision, at: ambient.now()), of: keyring.person,
        connection)
      try note(.retracted, by: keyring.person, on: id, connection)
    }
  }

  /// Calls off a retraction that was not sent, or puts away the word that the centre refused it.
  ///
  /// Throws ``StoreError/maybeSent`` once it was handed to the network, and
  /// ``StoreError/nothingToUndo`` when there is none.
  public func callOffRetraction(of id: RecordID, for keyring: Keyring) throws(StoreError) {
    try change { connection in
      switch try Self.retraction(of: id, of: keyring, connection) {
      case nil: throw StoreError.nothingToUndo
      case .waiting(mayCallOff: false): throw StoreError.maybeSent
      case .waiting(mayCallOff: true), .refused:
        try Self.dropRetraction(of: id, of: keyring, connection)
        try note(.calledOff, by: keyring.person, on: id, connection)
      }
    }
  }

  /// The retraction that is on its way or was refused; nil when there is none.
  static func retraction(
    of id: RecordID, of keyring: Keyring, _ connection: Connection
  ) throws -> Retraction? {
    try connection.first(
      """
      SELECT state, problem, offers FROM outbox
      WHERE person = \(keyring.person) AND record = \(id) AND kind = 'step'
        AND decision = 'retract' AND state <> 'stored'
      ORDER BY id DESC LIMIT 1
      """
    ) { try retraction(state: $0.optionalWord(0), $0.optionalText(1), $0.optionalInt(2)) } ?? nil
  }

  static func retraction(
    state: OutboxState?, _ problem: String?, _ offers: Int?
  ) -> Retraction? {
    switch state {
    case .queued: .waiting(mayCallOff: offers == 0)
    case .refused: .refused(problem.flatMap(Problem.init) ?? .unrecognised)
    case .stored, nil: nil
    }
  }

  static func mayRetract(_ state: LocalState, _ phase: Phase, isOnItsWay: Bool) -> Bool {
    [.sent, .resubmitted, .returned].contains(state) && !isOnItsWay
  }

  private static func dropRetraction(
    of id: RecordID, of keyring: Keyring, _ connection: Connection
  ) throws {
    try connection.run(
      """
      DELETE FROM outbox WHERE person = \(keyring.person) AND record = \(id) AND kind = 'step'
        AND decision = 'retract' AND state <> 'stored'
      """)
  }

  /// The revision that the centre has as current, as far as this laptop has heard.
  ///
  /// What it handed in itself and has not read in the feed yet is the newest.
  static func newestRevision(
    of id: RecordID, _ stored: StoredRecord, _ keyring: Keyring, _ connection: Connection
  ) throws -> RevisionHash? {
    let heard = try connection.rows(
      """
      SELECT revision FROM event WHERE person = \(keyring.person) AND record = \(id) AND fits
      ORDER BY id DESC
      """
    ) { row -> RevisionHash in try row.hash(0) }
    if stored.phase == .sent, let own = stored.revision, !heard.contains(own) { return own }
    return heard.first ?? stored.revision
  }

  /// Takes down what the centre's receipt for a step means here.
  static func tookStep(_ id: Int64, _ connection: Connection) throws {
    try connection.run(
      """
      UPDATE record SET review = 'retracted', verdict = NULL, comments = 0
      WHERE (person, record) IN (
        SELECT person, record FROM outbox
        WHERE id = \(id) AND kind = 'step' AND decision = 'retract')
      """)
    // A question is answered in the same breath, and asked anew when the answer is lost.
    try connection.run(
      "DELETE FROM outbox WHERE id = \(id) AND kind = 'step' AND decision = 'copy'")
  }

  static func queue(_ item: StepItem, of person: Int64, _ connection: Connection) throws {
    guard let hash = item.hash(Digest.blake2b) else {
      preconditionFailure("A digest has the length that was asked for")
    }
    let header = String(decoding: WireJSON.encode(item.header), as: UTF8.self)
    try connection.run(
      """
      INSERT INTO outbox (kind, state, person, record, hash, decision, header, signature,
        sealed_box)
      VALUES ('step', 'queued', \(person), \(item.header.record), \(hash),
        \(item.header.step.rawValue), \(header), \(item.signature), \(item.box))
      """)
  }
}
