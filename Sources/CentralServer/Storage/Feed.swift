import SQLiteKit
import SyncProtocol

/// A change of a record, before it has its number.
struct NewEvent {
  var village: AreaCode
  var record: RecordID
  var revision: RevisionHash
  var state: ReviewState
  var standing: Standing
  /// Who brought it about.
  var person: PersonNumber
  /// The decision or the step that did it.
  var decision: [UInt8]?
  var time: Timestamp
  /// Not news for the village: only a mark on a record that it does not concern.
  var isForOfficers = false
}

/// A change of a record with what its readers may need of it, sealed as it came in.
struct StoredEvent: Equatable, Sendable {
  var number: Int64
  var village: AreaCode
  var record: RecordID
  var revision: RevisionHash
  var state: ReviewState
  var standing: Standing
  /// The name of who brought it about.
  var by: String
  var time: Timestamp
  var isForOfficers: Bool
  /// Whose revision it is.
  var author: PersonNumber
  var authorName: String
  /// What is readable of the revision.
  var header: RevisionHeader
  /// When the laptop that it was finished on was revoked.
  var revoked: Timestamp?
  /// The revision's box.
  var box: [UInt8]
  /// What that person is, and where.
  var office: Mandate
  /// The box of the decision or the step, if it tells of one.
  var words: [UInt8]?
  /// Other records about the same person.
  var doubles: [RecordID]
}

/// The villages' feeds: for each the changes of its records, numbered without a gap.
///
/// The number is given in the transaction of the change, so whoever has read up to a number has
/// read everything that ever will have a smaller one (reliability, 1.5).
struct Feed {
  let connection: Connection

  func append(_ event: NewEvent) throws {
    let village = event.village.description
    let number = try connection.first(
      """
      INSERT INTO village (code, number) VALUES (\(village), 1)
      ON CONFLICT (code) DO UPDATE SET number = number + 1 RETURNING number
      """
    ) { try $0.int(0) }
    try connection.run(
      """
      INSERT INTO event
        (village, number, record, revision, state, standing, person, decision, time, for_officers)
      VALUES
        (\(village), \(number), \(event.record.bytes), \(event.revision.bytes),
         \(event.state.rawValue), \(event.standing.rawValue), \(event.person.value),
         \(event.decision), \(event.time.milliseconds), \(event.isForOfficers))
      """)
  }

  func events(
    in area: AreaCode, after cursors: [String: Int64], atMost limit: Int
  ) throws -> [StoredEvent] {
    let villages = try connection.rows(
      // Every digit is smaller than a colon.
      """
      SELECT code, number FROM village
      WHERE code >= \(area.description) AND code < \(area.description + ":") ORDER BY code
      """
    ) { row in (code: try row.text(0), number: Int64(try row.int(1))) }
    var events: [StoredEvent] = []
    for village in villages {
      let cursor = cursors[village.code] ?? 0
      guard village.number > cursor, events.count < limit else { continue }
      events += try self.events(of: village.code, after: cursor, atMost: limit - events.count)
    }
    return events
  }

  private func events(
    of village: String, after cursor: Int64, atMost limit: Int
  ) throws -> [StoredEvent] {
    try connection.rows(
      """
      SELECT
        event.number, event.village, event.record, event.revision, event.state, event.standing,
        actor.name, event.time, event.for_officers, revision.author, author.name, revision.box,
        coalesce(decision.box, step.box), revision.blind, revision.header, actor.role, actor.area
      FROM event
        JOIN revision ON revision.record = event.record AND revision.hash = event.revision
        JOIN person AS author ON author.number = revision.author
        JOIN person AS actor ON actor.number = event.person
        LEFT JOIN decision ON decision.hash = event.decision
        LEFT JOIN step ON step.hash = event.decision
      WHERE event.village = \(village) AND event.number > \(cursor)
      ORDER BY event.number LIMIT \(limit)
      """
    ) { row in try event(row) }
  }

  private func event(_ row: borrowing Row) throws -> StoredEvent {
    let record = try row.record(2)
    let blind = try row.optionalBlob(13)
    let header = try row.header(14)
    return StoredEvent(
      number: Int64(try row.int(0)), village: try row.area(1), record: record,
      revision: try row.revision(3), state: try row.state(4), standing: try row.standing(5),
      by: try row.text(6), time: try row.time(7), isForOfficers: try row.bool(8),
      author: try row.person(9), authorName: try row.text(10), header: header,
      revoked: try Laptops(connection: connection).revoked(header.device), box: try row.blob(11),
      office: Mandate(role: try row.role(15), area: try row.area(16)),
      words: try row.optionalBlob(12),
      doubles: try blind.map { try Doubles(connection: connection).records($0, except: record) }
        ?? [])
  }
}
