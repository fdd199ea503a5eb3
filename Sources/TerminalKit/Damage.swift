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
    rows.indices.flatMap { row in
      // Rows that both grids share are equal without a look at their cells.
      rows[row] == shown.rows[row]
        ? [] : ChangedRow(row: row, cells: rows[row], shown: shown.rows[row]).damage()
    }
  }
}

/// A row that is to be shown, and what the terminal shows there.
private struct ChangedRow {
  let row: Int
  let cells: [Cell]
  let shown: [Cell]

  /// Columns that a move of the cursor costs about as much as.
  private static let gap = 4

  func damage() -> [Damage] {
    var runs: [Damage] = []
    var column = 0
    while let first = firstChange(from: column) {
      var end = first + 1
      // Runs that come close are one: what is widened below must not overlap.
      while let next = firstChange(from: end, to: end + Self.gap) { end = next + 1 }
      runs.append(run(first..<end))
      column = end
    }
    return runs
  }

  private func firstChange(from start: Int, to end: Int = .max) -> Int? {
    let end = min(end, cells.count)
    guard start < end else { return nil }
    return (start..<end).first { cells[$0] != shown[$0] }
  }

  private func run(_ columns: Range<Int>) -> Damage {
    let wider = max(0, columns.lowerBound - 1)..<min(cells.count, columns.upperBound + 1)
    let hasInk = wider.contains { cells[$0].mayOverhang || shown[$0].mayOverhang }
    guard hasInk else { return Damage(row: row, columns: columns, isWhole: false) }
    return Damage(row: row, columns: wholeLetters(wider), isWhole: true)
  }

  /// The columns and the other halves of wide letters at both ends.
  private func wholeLetters(_ columns: Range<Int>) -> Range<Int> {
    var (lower, upper) = (columns.lowerBound, columns.upperBound)
    if lower > 0, cells[lower].scalars.isEmpty { lower -= 1 }
    if upper < cells.count, cells[upper].scalars.isEmpty { upper += 1 }
    return lower..<upper
  }
}

extension Cell {
  /// Whether ink of the cell may stand over its edge: it has marks, or a ring over the cell before.
  fileprivate var mayOverhang: Bool {
    scalars.hasMarks || scalars == .saraAm
  }
}
