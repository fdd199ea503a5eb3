import SyncProtocol

/// How many records of a queue stand where, with what was decided here counted as done.
struct QueueCounts: Equatable, Sendable {
  private(set) var byState: [ReviewState: Int] = [:]
  /// Decided here and not sent.
  private(set) var unsent = 0
  private(set) var waiting = 0
  /// Decided here and not taken by the centre.
  private(set) var refused = 0

  init(_ rows: [QueueRow]) {
    for row in rows {
      byState[row.standing, default: 0] += 1
      if row.pending != nil { unsent += 1 }
      if row.isWaiting { waiting += 1 }
      if row.isToDecideAgain { refused += 1 }
    }
  }

  subscript(state: ReviewState) -> Int { byState[state, default: 0] }
}
