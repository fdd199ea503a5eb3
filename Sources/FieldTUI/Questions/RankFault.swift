import TerminalKit

/// What keeps the numbers of a ranking from being an answer.
struct RankFault: Hashable, Sendable {
  struct Double: Hashable, Sendable {
    let rank: Int
    /// What the items are called that have it.
    let labels: [String]
  }

  let missing: [Int]
  let doubles: [Double]

  /// Nil for a ranking that can be an answer.
  init?(_ ranking: Ranking, labels: [String]) {
    guard !ranking.isWhole else { return nil }
    missing = ranking.missing
    doubles = ranking.doubles.map { double in
      Double(rank: double.rank, labels: double.rows.map { TextWidth.clip(labels[$0], to: 18) })
    }
  }

  var label: Label {
    var thai = doubles.map { "ลำดับ \($0.rank) ซ้ำ: \($0.labels.joined(separator: ", "))" }
    var english = doubles.map { "Rank \($0.rank) given to: \($0.labels.joined(separator: ", "))" }
    if !missing.isEmpty {
      thai.append("ขาดลำดับ \(Self.ranges(missing))")
      english.append("No rank \(Self.ranges(missing))")
    }
    return Label(thai.joined(separator: " · "), english.joined(separator: " · "))
  }

  /// `1, 2, 4-7` for rising numbers.
  private static func ranges(_ numbers: [Int]) -> String {
    var ranges: [ClosedRange<Int>] = []
    for number in numbers {
      if let last = ranges.last, last.upperBound == number - 1 {
        ranges[ranges.count - 1] = last.lowerBound...number
      } else {
        ranges.append(number...number)
      }
    }
    return ranges.map { range in
      switch range.count {
      case 1: "\(range.lowerBound)"
      case 2: "\(range.lowerBound), \(range.upperBound)"
      default: "\(range.lowerBound)-\(range.upperBound)"
      }
    }.joined(separator: ", ")
  }
}
