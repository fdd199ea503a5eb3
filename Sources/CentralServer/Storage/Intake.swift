import SQLiteKit
import SyncProtocol

/// Stores what arrived, inside the transaction of its batch.
struct Intake {
  let connection: Connection
  let device: DeviceNumber
  let time: Timestamp

  func problem(taking arrival: Arrival) throws -> Problem? {
    do {
      switch arrival {
      case .revision(let revision): try take(revision)
      case .decision(let decision): try take(decision)
      case .piece(let piece): try take(piece)
      case .step(let step): try take(step)
      }
      return nil
    } catch let problem as Problem {
      return problem
    }
  }

  func count() throws -> Int64 {
    Int64(try connection.number("SELECT items FROM centre") ?? 0)
  }

  func archived() throws -> Int64 {
    Int64(try connection.number("SELECT archived FROM centre") ?? 0)
  }

  private func take(_ arrived: ArrivedRevision) throws {
    let header = arrived.revision.header
    let known = try record(header.id)
    // A record stays in its village: else a laptop could move, or overwrite, a neighbour's.
    guard known == nil || known?.village == header.village else { throw Problem.outOfArea }
    let turn = Turn.arriving(
      arrived.hash, parents: header.parents, at: known?.status,
      isReplaced: try isReplaced(arrived.hash, in: header.id))
    guard try insert(arrived, standing: turn.standing) else { return }
    try move(header.id, to: turn, blind: arrived.blind, from: known, village: header.village)
    try announce(turn, header: header, hash: arrived.hash)
    try AuditLog(connection: connection).append(
      AuditEntry(
        time: time, action: .storeRevision, person: header.author, device: device,
        object: header.id.description, revision: arrived.hash, result: turn.standing.rawValue))
  }

  /// False when the store has it already: the database decides, so two laptops that send the same
  /// revision in the same moment cannot both be first (reliability, I2).
  private func insert(_ arrived: ArrivedRevision, standing: Standing) throws -> Bool {
    let header = arrived.revision.header
    try connection.run(
      """
      INSERT INTO revision
        (item, record, hash, header, box, signature, author, standing, blind, received)
      VALUES
        ((SELECT items + 1 FROM centre), \(header.id.bytes), \(arrived.hash.bytes),
         \(WireJSON.encode(header)), \(arrived.revision.box), \(arrived.revision.signature),
         \(header.author.value), \(standing.rawValue), \(arrived.blind), \(time.milliseconds))
      ON CONFLICT (record, hash) DO NOTHING
      """)
    guard connection.changes == 1 else { return false }
    try connection.run("UPDATE centre SET items = items + 1")
    for parent in header.parents {
      try connection.run(
        """
        INSERT INTO parent (record, parent, child)
        VALUES (\(header.id.bytes), \(parent.bytes), \(arrived.hash.bytes)) ON CONFLICT DO NOTHING
        """)
    }
    return true
  }

  private func isReplaced(_ hash: RevisionHash, in record: RecordID) throws -> Bool {
    try connection.number(
      """
      SELECT 1 FROM parent WHERE record = \(record.bytes) AND parent = \(hash.bytes) LIMIT 1
      """) != nil
  }

  /// Tells the village and its officers; a revision that changes nothing is not news.
  private func announce(_ turn: Turn, header: RevisionHeader, hash: RevisionHash) throws {
    guard turn.standing != .superseded else { return }
    try Feed(connection: connection).append(
      NewEvent(
        village: header.village, record: header.id, revision: hash, state: turn.status.state,
        standing: turn.standing, person: header.author, time: time))
  }

  private func take(_ arrived: ArrivedDecision) throws {
    let header = arrived.item.header
    guard try !isKnown(arrived.hash) else { return }
    guard let known = try record(header.record) else { throw Problem.unknownRecord }
    guard arrived.mandate.allows(.review, at: known.village) else { throw Problem.outOfArea }
    let turn = try Turn.deciding(
      header.decision, on: header.judged, standing: try standing(header.judged, in: header.record),
      at: known.status)
    try insert(arrived)
    try connection.run(
      """
      UPDATE revision SET standing = \(turn.standing.rawValue)
      WHERE record = \(header.record.bytes) AND hash = \(header.judged.bytes)
      """)
    let blind = try blind(turn.status.current, in: header.record)
    try move(header.record, to: turn, blind: blind, from: known, village: known.village)
    try Feed(connection: connection).append(
      NewEvent(
        village: known.village, record: header.record, revision: turn.status.current,
        state: turn.status.state, standing: .current, person: header.author,
        decision: arrived.hash.bytes, time: time))
    try AuditLog(connection: connection).append(
      AuditEntry(
        time: time, action: .decide, person: header.author, device: device,
        object: header.record.description, revision: header.judged,
        result: header.decision.rawValue))
  }

  private func isKnown(_ decision: DecisionHash) throws -> Bool {
    try connection.number("SELECT 1 FROM decision WHERE hash = \(decision.bytes)") != nil
  }

  private func insert(_ arrived: ArrivedDecision) throws {
    let header = arrived.item.header
    try connection.run(
      """
      INSERT INTO decision (item, hash, record, header, box, signature, received)
      VALUES
        ((SELECT items + 1 FROM centre), \(arrived.hash.bytes), \(header.record.bytes),
         \(WireJSON.encode(header)), \(arrived.item.box), \(arrived.item.signature),
         \(time.milliseconds))
      """)
    try connection.run("UPDATE centre SET items = items + 1")
  }
}

extension Intake {
  /// A record as the store has it.
  struct Known {
    var village: AreaCode
    var status: RecordStatus
    var blind: [UInt8]?
  }

  func record(_ id: RecordID) throws -> Known? {
    try connection.first(
      "SELECT village, state, current, blind FROM record WHERE id = \(id.bytes)"
    ) { row in
      Known(
        village: try row.area(0),
        status: RecordStatus(state: try row.state(1), current: try row.revision(2)),
        blind: try row.optionalBlob(3))
    }
  }

  private func standing(_ hash: RevisionHash, in record: RecordID) throws -> Standing? {
    try connection.first(
      """
      SELECT standing FROM revision WHERE record = \(record.bytes) AND hash = \(hash.bytes)
      """
    ) { try $0.standing(0) }
  }

  func blind(_ hash: RevisionHash, in record: RecordID) throws -> [UInt8]? {
    try connection.first(
      "SELECT blind FROM revision WHERE record = \(record.bytes) AND hash = \(hash.bytes)"
    ) { try $0.optionalBlob(0) } ?? nil
  }

  /// Brings the record to where the turn puts it, and tells officers whose possible doubles changed.
  func move(
    _ id: RecordID, to turn: Turn, blind: [UInt8]?, from known: Known?, village: AreaCode
  ) throws {
    guard known?.status != turn.status else { return }
    let current = turn.status.current
    try connection.run(
      """
      UPDATE revision SET standing = 'superseded'
      WHERE record = \(id.bytes) AND standing = 'current' AND hash <> \(current.bytes)
      """)
    try connection.run(
      """
      INSERT INTO record (id, village, state, current, blind)
      VALUES
        (\(id.bytes), \(village.description), \(turn.status.state.rawValue), \(current.bytes),
         \(blind))
      ON CONFLICT (id) DO UPDATE
        SET state = excluded.state, current = excluded.current, blind = excluded.blind
      """)
    let wasOut = known?.status.state.isOut ?? false
    guard known?.blind != blind || wasOut != turn.status.state.isOut else { return }
    let doubles = Doubles(connection: connection)
    for blind in Set([known?.blind, blind].compactMap(\.self)) {
      try doubles.announce(blind, except: id, at: time)
    }
  }
}
