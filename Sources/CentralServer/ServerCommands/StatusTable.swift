import SyncProtocol

/// The counts of a centre as lines of text: a row a village, a column a state.
struct StatusTable {
  let counts: [VillageCount]

  init(_ counts: [VillageCount]) { self.counts = counts }

  /// What a village retracted is shown, and counts nowhere.
  private static let counted = ReviewState.allCases.filter { $0 != .retracted }

  var text: String {
    let header = ["village"] + ReviewState.allCases.map(\.rawValue) + ["total"]
    let villages = Set(counts.map(\.village)).sorted()
    let rows = villages.map { village in row(village.description) { $0.village == village } }
    return ([header] + rows + [row("total") { _ in true }]).map(line).joined()
  }

  private func row(_ name: String, of isMeant: (VillageCount) -> Bool) -> [String] {
    let meant = counts.filter(isMeant)
    func sum(_ state: ReviewState) -> Int {
      meant.filter { $0.state == state }.reduce(0) { $0 + $1.records }
    }
    let total = Self.counted.map(sum).reduce(0, +)
    return [name] + (ReviewState.allCases.map(sum) + [total]).map(String.init)
  }

  private func line(_ cells: [String]) -> String {
    let padded = cells.enumerated().map { index, cell in
      let space = String(repeating: " ", count: max(0, 11 - cell.count))
      return index == 0 ? cell + space : space + cell
    }
    return padded.joined(separator: " ") + "\n"
  }
}
