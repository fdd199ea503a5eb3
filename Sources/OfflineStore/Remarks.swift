import SQLiteKit
public import SyncProtocol

/// What an officer writes about a record before the centre has it with a decision.
///
/// A decision takes it along, and it stays here until the centre has that decision: when it is
/// undone, or refused, the words are there again.
extension SurveyStore {
  /// Keeps what is written about a record so far; a body that says nothing forgets it.
  public func keep(
    _ remarks: DecisionBody, on id: RecordID, for keyring: Keyring
  ) throws(StoreError) {
    try change { connection in
      try Self.keep(remarks, on: id, for: keyring, connection)
    }
  }

  /// Returns what the officer wrote about records and no decision on its way has taken along.
  public func remarks(for keyring: Keyring) throws(StoreError) -> [RecordID: DecisionBody] {
    try perform { connection in
      let remarks = try connection.rows(
        """
        SELECT record, sealed_body FROM remark
        WHERE person = \(keyring.person) AND (decision IS NULL OR decision NOT IN (
          SELECT hash FROM outbox WHERE kind = 'dec' AND state = 'queued'))
        """
      ) { row in
        let id = try row.record(0)
        let sealed = try row.blob(1)
        // One that does not open must not hide all others.
        let json = try unlessDamaged { try keyring.open(sealed, as: .remarks(id)) }
        return (id, json.flatMap { WireJSON.decode(DecisionBody.self, from: $0) })
      }
      return Dictionary(remarks.compactMap { id, body in body.map { (id, $0) } }) { _, last in last
      }
    }
  }

  /// - Parameter decision: The decision that takes the words along.
  static func keep(
    _ remarks: DecisionBody, on id: RecordID, with decision: DecisionHash? = nil,
    for keyring: Keyring, _ connection: Connection
  ) throws {
    guard remarks != DecisionBody() else {
      return try connection.run(
        "DELETE FROM remark WHERE person = \(keyring.person) AND record = \(id)")
    }
    let sealed = keyring.seal(WireJSON.encode(remarks), as: .remarks(id))
    try connection.run(
      """
      INSERT INTO remark (person, record, decision, sealed_body)
      VALUES (\(keyring.person), \(id), \(decision), \(sealed))
      ON CONFLICT (person, record) DO UPDATE SET
        decision = excluded.decision, sealed_body = excluded.sealed_body
      """)
  }

  /// Forgets what a decision took along, once the centre has it.
  static func dropRemarks(with outboxItem: Int64, _ connection: Connection) throws {
    try connection.run(
      "DELETE FROM remark WHERE decision = (SELECT hash FROM outbox WHERE id = \(outboxItem))")
  }
}
