/// What a terminal's answers say about how it shows Thai.
///
/// It is asked where the cursor stands after "ที่", which takes one cell, and after "น้ำ", which takes
/// two. Nobody waits for the answers: the screen is drawn as for a good terminal, and anew should they say
/// otherwise. A terminal that never answers is taken for a good one.
struct ThaiProbe {
  static let texts = ("ที่", "น้ำ")

  enum Verdict: Equatable {
    case good
    /// SARA AM takes no cell of its own here; drawn as a ring and a stroke, it does.
    case dividesSaraAm
    /// Marks take cells of their own, and nothing would stand where it belongs.
    case cannotShow
  }

  private var columns: [Int] = []

  /// Takes the column, counted from 1, in which the cursor stood; a verdict comes with the second.
  mutating func take(column: Int) -> Verdict? {
    columns.append(column)
    guard columns.count == 2 else { return nil }
    switch (columns[0], columns[1]) {
    case (2, 3): return .good
    case (2, 2): return .dividesSaraAm
    default: return .cannotShow
    }
  }
}
