/// The numbers of a ranking before each change, so that every change can be taken back and made again.
struct RankHistory: Equatable, Sendable {
  private var done: [Ranking] = []
  private var undone: [Ranking] = []

  mutating func remember(_ before: Ranking) {
    done.append(before)
    undone = []
  }

  /// Goes back by one change; false when there is none.
  mutating func undo(_ ranking: inout Ranking) -> Bool {
    guard let before = done.popLast() else { return false }
    undone.append(ranking)
    ranking = before
    return true
  }

  /// Makes again what was taken back last; false when nothing was.
  mutating func redo(_ ranking: inout Ranking) -> Bool {
    guard let after = undone.popLast() else { return false }
    done.append(ranking)
    ranking = after
    return true
  }
}
