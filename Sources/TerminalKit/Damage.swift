/// A run of cells in one row that a terminal must be given again.
public struct Damage: Hashable, Sendable {
  public let row: Int
  public let columns: Range<Int>
  /// Whether every cell of the run is written, also one that looks the same.
  ///
  /// The ink of a Thai mark, and the ring of SARA AM, may stand over the edge of its cell; some
  /// terminals clear a cell and leave such ink standing beside it. So where marks come or go, the cells
  /// on both sides are written again too.
  public let isWhole: Bool

  public init(row: Int, columns: Range<Int>, isWhole: Bool) {
    self.row = row
    self.columns = columns
    self.isWhole = isWhole
  }
}

extension Grid {
  /// What a terminal that shows `shown` needs in order to show this grid of the same size.
  public func damage(over shown: Grid) -> [Damage] {
    (0..<size.rows).flatMap { damage(row: $0, over: shown) }
  }

  private func damage(row: Int, over shown: Grid) -> [Damage] {
    var runs: [Damage] = []
    var column = 0
    while let first = firstChange(row: row, from: column, over: shown) {
      var end = first + 1
      // Runs that come close are one: what is widened below must not overlap.
      while let next = firstChange(row: row, from: end, to: end + Self.gap, over: shown) {
        end = next + 1
      }
      runs.append(run(row: row, first..<end, over: shown))
      column = end
    }
    return runs
  }

  /// Columns that a move of the cursor costs about as much as.
  private static let gap = 4

  private func firstChange(row: Int, from start: Int, to end: Int = .max, over shown: Grid) -> Int?
  {
    let end = min(end, size.columns)
    guard start < end else { return nil }
    let first = row * size.columns
    for index in first + start..<first + end where cells[index] != shown.cells[index] {
      return index - first
    }
    return nil
  }

  private func run(row: Int, _ columns: Range<Int>, over shown: Grid) -> Damage {
    let wider = max(0, columns.lowerBound - 1)..<min(size.columns, columns.upperBound + 1)
    let hasInk = wider.contains { column in
      let index = row * size.columns + column
      return cells[index].mayOverhang || shown.cells[index].mayOverhang
    }
    guard hasInk else { return Damage(row: row, columns: columns, isWhole: false) }
    return Damage(row: row, columns: wholeLetters(row: row, wider), isWhole: true)
  }

  /// The columns and the other halves of wide letters at both ends.
  private func wholeLetters(row: Int, _ columns: Range<Int>) -> Range<Int> {
    let first = row * size.columns
    var (lower, upper) = (columns.lowerBound, columns.upperBound)
    if lower > 0, cells[first + lower].scalars.isEmpty { lower -= 1 }
    if upper < size.columns, cells[first + upper].scalars.isEmpty { upper += 1 }
    return lower..<upper
  }
}

extension Cell {
  /// Whether ink of the cell may stand over its edge: it has marks, or a ring over the cell before.
  fileprivate var mayOverhang: Bool {
    scalars.hasMarks || scalars == .saraAm
  }
}
