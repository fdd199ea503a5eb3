import SQLiteKit
import SyncProtocol

/// Records of one form that are about one person, as far as the number given in them says.
///
/// Both are kept and both are marked: which of them stays is for people to decide.
struct Doubles {
  let connection: Connection

  /// The other records with this index that count, in the order they came in.
  func records(_ blind: [UInt8], except id: RecordID) throws -> [RecordID] {
    try connection.rows(
      """
      SELECT id FROM record
      WHERE blind = \(blind) AND id <> \(id.bytes) AND state NOT IN ('rejected', 'retracted')
      ORDER BY rowid
      """
    ) { try $0.record(0) }
  }

  /// Tells the officers of the other records that something about their doubles changed.
  ///
  /// Of a returned record they hear again when its village has answered.
  func announce(_ blind: [UInt8], except id: RecordID, at time: Timestamp) throws {
    let events = try connection.rows(
      """
      SELECT record.village, record.id, record.current, record.state, revision.author
      FROM record JOIN revision ON revision.record = record.id AND revision.hash = record.current
      WHERE record.blind = \(blind) AND record.id <> \(id.bytes)
        AND record.state NOT IN ('returned', 'rejected', 'retracted')
      ORDER BY record.rowid
      """
    ) { row in
      NewEvent(
        village: try row.area(0), record: try row.record(1), revision: try row.revision(2),
        state: try row.state(3), standing: .current, person: try row.person(4), time: time,
        isForOfficers: true)
    }
    for event in events { try Feed(connection: connection).append(event) }
  }
}
