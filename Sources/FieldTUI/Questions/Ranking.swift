/// The numbers in the boxes before the items of a list, as they stand on paper.
///
/// Gaps and doubles may stand there while somebody types; only what is whole can be an answer.
struct Ranking: Equatable, Sendable {
  /// Every item, in the order of the form.
  let items: [String]
  /// Whether every item must have a rank; else those without one are not wanted.
  let takesAll: Bool
  /// The number in each box.
  private(set) var ranks: [Int?]

  init(items: [String], takesAll: Bool = false) {
    self.items = items
    self.takesAll = takesAll
    ranks = Array(repeating: nil, count: items.count)
  }

  /// Opens a stored order, of which only the first `count` items are wanted.
  init(items: [String], takesAll: Bool = false, order: String, count: Int) {
    self.init(items: items, takesAll: takesAll)
    let names = order.split(separator: " ").map(String.init).filter(items.contains)
    for (place, name) in names.prefix(max(0, count)).enumerated() {
      if let row = items.firstIndex(of: name) { ranks[row] = place + 1 }
    }
  }

  mutating func put(_ rank: Int?, at row: Int) {
    if ranks.indices.contains(row) { ranks[row] = rank }
  }

  /// Puts these numbers into the boxes, from the first one on.
  mutating func put(_ numbers: [Int?]) {
    for row in ranks.indices { ranks[row] = numbers.indices.contains(row) ? numbers[row] : nil }
  }

  var given: Int { ranks.count { $0 != nil } }
  var isEmpty: Bool { given == 0 }

  /// The ranks that nobody has, below the last that somebody has.
  var missing: [Int] {
    guard !isEmpty else { return [] }
    let last = takesAll ? items.count : ranks.compactMap(\.self).max() ?? 0
    return (1..<last + 1).filter { !ranks.contains($0) }
  }

  /// The rows with a rank that another row has too, by rank.
  var doubles: [(rank: Int, rows: [Int])] {
    Set(ranks.compactMap(\.self)).sorted().map { ($0, rows(at: $0)) }.filter { $0.1.count > 1 }
  }

  /// Whether it could be an answer: every rank from 1 on once, or none at all.
  var isWhole: Bool { missing.isEmpty && doubles.isEmpty }

  /// The lowest rank that nobody has.
  var next: Int? { items.indices.map { $0 + 1 }.first { !ranks.contains($0) } }

  /// The rows in the order of their ranks, then those without one in the order of the form.
  var rowsByRank: [Int] {
    ranks.indices.sorted { one, other in
      (ranks[one] ?? .max, one) < (ranks[other] ?? .max, other)
    }
  }

  /// The items with a rank, the most important first.
  var ranked: [String] { rowsByRank.prefix(given).map { items[$0] } }

  /// What is stored: every item, the ranked ones first; nothing when none is ranked.
  var order: String {
    isEmpty ? "" : rowsByRank.map { items[$0] }.joined(separator: " ")
  }

  func rows(at rank: Int) -> [Int] { ranks.indices.filter { ranks[$0] == rank } }
}

extension Ranking {
  /// The boxes by the names of their items, as they are kept while they are no answer: `cash=2 jobs=1`.
  var text: String {
    zip(items, ranks).compactMap { item, rank in rank.map { "\(item)=\($0)" } }
      .joined(separator: " ")
  }

  /// The same boxes filled as a text says; what the form does not offer any more is left out.
  func filled(from text: String) -> Ranking {
    var filled = Ranking(items: items, takesAll: takesAll)
    for box in text.split(separator: " ") {
      guard let sign = box.lastIndex(of: "="), let rank = Int(box[sign...].dropFirst()),
        items.indices.contains(rank - 1), let row = items.firstIndex(of: String(box[..<sign]))
      else { continue }
      filled.ranks[row] = rank
    }
    return filled
  }
}
