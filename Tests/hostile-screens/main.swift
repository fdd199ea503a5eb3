import Glibc
import HostileText
import NcursesTerminal
import TerminalKit

/// Draws hostile texts on the terminal that it runs on, a screen full at a time, and ends.
///
/// `hostile-screens COUNT SEED`; every text goes the way of all that the app draws: a grid, its
/// widgets, curses.
let words = CommandLine.arguments.dropFirst().compactMap { UInt64($0) }
guard words.count == 2 else { exit(64) }
let terminal = try NcursesTerminal { _ in nil }
let size = terminal.size
var texts = HostileText(seed: words[1])
var drawn = 0
while drawn < words[0] {
  var grid = Grid(size: size)
  for row in 0..<size.rows - 1 {
    for column in stride(from: 0, to: size.columns, by: 40) {
      grid.draw(texts.string(.bytes), at: Point(row: row, column: column), width: 39)
      drawn += 1
    }
  }
  let lines = TextWrap.lines(texts.string(.bytes), width: size.columns)
  grid.drawRow(lines.first ?? "", row: size.rows - 1, in: grid.area, style: Style(.problem))
  drawn += 1
  terminal.show(grid, cursor: Point(row: drawn % size.rows, column: 0))
}
terminal.close()
