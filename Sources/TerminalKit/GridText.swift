/// A grid as text that a reviewer can read: the rows between bars, then the styled runs.
///
/// A run is written `row:from-to style`, the last column included; plain text has no run.
public enum GridText {
  public static func text(of grid: Grid) -> String {
    let rows = (0..<grid.size.rows).map { "|" + row($0, of: grid) + "|" }
    let runs = (0..<grid.size.rows).flatMap { styleRuns(row: $0, of: grid) }
    return (rows + ["--"] + runs).joined(separator: "\n") + "\n"
  }

  /// One row's text, without its styles.
  public static func row(_ row: Int, of grid: Grid) -> String {
    (0..<grid.size.columns).map { grid[Point(row: row, column: $0)].text }.joined()
  }

  private static func styleRuns(row: Int, of grid: Grid) -> [String] {
    var runs: [String] = []
    var start = 0
    while start < grid.size.columns {
      let style = grid[Point(row: row, column: start)].style
      var end = start
      while end + 1 < grid.size.columns, grid[Point(row: row, column: end + 1)].style == style {
        end += 1
      }
      if style != .plain { runs.append("\(row):\(start)-\(end) \(name(of: style))") }
      start = end + 1
    }
    return runs
  }

  private static func name(of style: Style) -> String {
    style.role.rawValue + (style.isBold ? " bold" : "")
      + (style.isUnderlined ? " underlined" : "") + (style.isReversed ? " reversed" : "")
  }
}
