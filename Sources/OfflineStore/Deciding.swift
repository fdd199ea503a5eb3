import SQLiteKit
import Sealing
public import SyncProtocol

extension SurveyStore {
  /// Takes an officer's decision on a record as he saw it, to be sent with the next sync.
  ///
  /// An unsent decision on the same record is replaced. What `body` says is kept with the
  /// remarks until the centre has it. Throws ``StoreError/staleDecision`` when a
  /// newer revision came in meanwhile, ``StoreError/forbiddenDecision`` and
  /// ``StoreError/missingReason`` by the rules that the centre applies too.
  public func decide(
    _ decision: Decision, on id: RecordID, judged: RevisionHash, body: DecisionBody,
    for keyring: Keyring
  ) throws(StoreError) {
    try change { connection in
      guard let author = try Author.find(keyring, connection) else {
        throw StoreError.notEnrolled
      }
      try requireValidCertificate(keyring, connection)
      try Self.require(decision, on: id, judged: judged, by: author, connection)
      guard body.suffices(for: decision) else { throw StoreError.missingReason }
      try Self.dropUnsentDecision(on: id, of: keyring, connection)
      let header = DecisionHeader(
        record: id, judged: judged, decision: decision, author: author.enrolment.number,
        device: author.device, decided: ambient.now(), key: author.centre.key)
      let hash = try Self.queue(author.seal(body, header), of: keyring.person, connection)
      try Self.keep(body, on: id, with: hash, for: keyring, connection)
      try note(.decided, by: keyring.person, on: id, connection)
    }
  }

  /// Takes back the officer's last decision that was not sent, and returns its record.
  ///
  /// Its words are among the ``remarks(for:)`` again.
  @discardableResult
  public func undoLastDecision(for keyring: Keyring) throws(StoreError) -> RecordID {
    try change { connection in
      let last = try connection.first(
        """
        SELECT id, record FROM outbox
        WHERE person = \(keyring.person) AND kind = 'dec' AND state = 'queued' AND offers = 0
        ORDER BY id DESC LIMIT 1
        """
      ) { (try $0.int(0), try $0.record(1)) }
      guard let (row, record) = last else { throw StoreError.nothingToUndo }
      try connection.run("DELETE FROM outbox WHERE id = \(row)")
      try note(.undid, by: keyring.person, on: record, connection)
      return record
    }
  }

  private static func require(
    _ decision: Decision, on id: RecordID, judged: RevisionHash, by author: Author,
    _ connection: Connection
  ) throws {
    guard let entry = try entry(of: id, for: author.keyring, connection) else {
      throw StoreError.noSuchRecord
    }
    guard !entry.isDamaged else { throw StoreError.damaged("a record cannot be reviewed") }
    guard entry.revision == judged else { throw StoreError.staleDecision }
    let enrolment = author.enrolment
    guard enrolment.area.covers(entry.village), enrolment.role.may(.review),
      entry.state.after(decision, settling: entry.standing) != nil
    else { throw StoreError.forbiddenDecision }
  }

  private static func dropUnsentDecision(
    on id: RecordID, of keyring: Keyring, _ connection: Connection
  ) throws {
    let isOnItsWay = try connection.number(
      """
      SELECT count(*) FROM outbox WHERE person = \(keyring.person) AND record = \(id)
        AND kind = 'dec' AND state = 'queued' AND offers > 0
      """)
    guard isOnItsWay == 0 else { throw StoreError.alreadySent }
    try connection.run(
      """
      DELETE FROM outbox WHERE person = \(keyring.person) AND record = \(id)
        AND kind = 'dec' AND state IN ('queued', 'refused')
      """)
  }

  private static func queue(
    _ item: DecisionItem, of person: Int64, _ connection: Connection
  ) throws -> DecisionHash {
    guard let hash = item.hash(Digest.blake2b) else {
      preconditionFailure("A digest has the length that was asked for")
    }
    let header = String(decoding: WireJSON.encode(item.header), as: UTF8.self)
    try connection.run(
      """
      INSERT INTO outbox (kind, state, person, record, hash, decision, header, signature,
        sealed_box)
      VALUES ('dec', 'queued', \(person), \(item.header.record), \(hash),
        \(item.header.decision.rawValue), \(header), \(item.signature), \(item.box))
      """)
    return hash
  }
}
