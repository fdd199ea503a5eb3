import SQLiteKit
import SyncProtocol

/// What villages do with records that are here.
extension Intake {
  /// The most texts that one person is given in a day, and how long that is in milliseconds.
  static let mostCopies = 60
  private static let day: Int64 = 24 * 3600 * 1000

  func take(_ arrived: ArrivedStep) throws {
    let header = arrived.item.header
    guard let known = try record(header.record) else { throw Problem.unknownRecord }
    // The scope of handing in: whoever answers for the village, and nobody else.
    guard known.village == arrived.mandate.area else { throw Problem.outOfArea }
    switch header.step {
    case .retract: try retract(arrived, known)
    case .copy: try grantCopy(arrived)
    }
  }

  private func retract(_ arrived: ArrivedStep, _ known: Known) throws {
    let header = arrived.item.header
    guard try !isKnown(arrived.hash) else { return }
    let turn = try Turn.retracting(header.revision, at: known.status)
    try insert(arrived)
    let blind = try blind(turn.status.current, in: header.record)
    try move(header.record, to: turn, blind: blind, from: known, village: known.village)
    try Feed(connection: connection).append(
      NewEvent(
        village: known.village, record: header.record, revision: turn.status.current,
        state: turn.status.state, standing: .current, person: header.author,
        decision: arrived.hash.bytes, time: time))
    try note(.retract, arrived)
  }

  private func isKnown(_ step: StepHash) throws -> Bool {
    try connection.number("SELECT 1 FROM step WHERE hash = \(step.bytes)") != nil
  }

  private func insert(_ arrived: ArrivedStep) throws {
    try connection.run(
      """
      INSERT INTO step (item, hash, record, header, box, signature, received)
      VALUES
        ((SELECT items + 1 FROM centre), \(arrived.hash.bytes),
         \(arrived.item.header.record.bytes), \(WireJSON.encode(arrived.item.header)),
         \(arrived.item.box), \(arrived.item.signature), \(time.milliseconds))
      """)
    try connection.run("UPDATE centre SET items = items + 1")
  }

  /// Takes down that somebody is given a text; the answer itself is made after the commit.
  ///
  /// The same question again is the answer that got lost, and is neither counted nor logged twice.
  private func grantCopy(_ arrived: ArrivedStep) throws {
    let header = arrived.item.header
    try requireReader(header)
    let isRepeat = try connection.number(
      "SELECT 1 FROM copy WHERE hash = \(arrived.hash.bytes)")
    guard isRepeat == nil else { return }
    let given = try connection.number(
      """
      SELECT count(*) FROM copy
      WHERE person = \(header.author.value) AND given > \(time.milliseconds - Self.day)
      """)
    guard given ?? 0 < Self.mostCopies else { throw Problem.tooSoon }
    try connection.run(
      """
      INSERT INTO copy (hash, person, given)
      VALUES (\(arrived.hash.bytes), \(header.author.value), \(time.milliseconds))
      """)
    try note(.giveCopy, arrived)
  }

  /// Who wrote a revision reads it again; another of the village only once its author has no
  /// laptop left that counts: co-users read nothing of each other's.
  private func requireReader(_ header: StepHeader) throws {
    let author = try connection.first(
      """
      SELECT author FROM revision
      WHERE record = \(header.record.bytes) AND hash = \(header.revision.bytes)
      """
    ) { try $0.person(0) }
    guard let author else { throw Problem.unknownRecord }
    guard author != header.author else { return }
    let isStillThere = try connection.number(
      """
      SELECT 1 FROM device_person JOIN device ON device.number = device_person.device
      WHERE person = \(author.value) AND revoked IS NULL
        AND (expires IS NULL OR expires > \(time.milliseconds)) LIMIT 1
      """)
    guard isStillThere == nil else { throw Problem.notAllowed }
  }

  private func note(_ action: AuditEntry.Action, _ arrived: ArrivedStep) throws {
    let header = arrived.item.header
    try AuditLog(connection: connection).append(
      AuditEntry(
        time: time, action: action, person: header.author, device: device,
        object: header.record.description, revision: header.revision,
        result: header.step.rawValue))
  }
}
