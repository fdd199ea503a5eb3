import SQLiteKit
import SyncProtocol

/// How many records of one village are in one state.
struct VillageCount: Equatable, Codable, Sendable {
  var village: AreaCode
  var state: ReviewState
  var records: Int

  init(village: AreaCode, state: ReviewState, records: Int) {
    self.village = village
    self.state = state
    self.records = records
  }

  /// Columns: village, state, count.
  init(_ row: borrowing Row) throws {
    village = try row.area(0)
    state = try row.state(1)
    records = try row.int(2)
  }
}
