import SyncProtocol

/// How many records of a queue stand where, with what was decided here counted as done.
struct QueueCounts: Equatable, Sendable {
  private(set) var byState: [ReviewState: Int] = [:]
  /// Decided here and not sent.
  private(set) var unsent = 0

  init(_ rows: [QueueRow]) {
    for row in rows {
      byState[row.standing, default: 0] += 1
      if row.pending != nil { unsent += 1 }
    }
  }

  subscript(state: ReviewState) -> Int { byState[state, default: 0] }

  var waiting: Int { self[.received] + self[.resubmitted] }
}
