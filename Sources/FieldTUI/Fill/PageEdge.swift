import TerminalKit

/// What stands at the edges of a page: its heading, and how much of it is out of sight.
struct PageEdge {
  /// The columns that a notice leaves free at the end of its lines.
  static let short = 7

  private let sight: PageSight
  private let model: FillScreen.Model

  init(_ sight: PageSight, _ model: FillScreen.Model) {
    self.sight = sight
    self.model = model
  }

  /// Draws the heading in the row above the page and what follows in the row below it.
  func draw(around body: Rect, on grid: inout Grid) {
    let width = body.columns - 1
    let head = Rect(
      row: body.row - (model.languageLine == nil ? 1 : 2), column: body.column, rows: 1,
      columns: width)
    let above = sight.hiddenAbove == 0 ? "" : Self.above(sight.hiddenAbove).text(in: model.language)
    let room = width - TextWidth.of(above) - (above.isEmpty ? 0 : 1)
    grid.draw(model.title(ofSection: model.section), at: head.origin, width: room, style: .title)
    grid.draw(above, at: head.point(0, room + 1), style: .accent.bold)
    guard sight.hiddenBelow > 0 else { return }
    drawBelow(
      in: Rect(row: body.row + body.rows, column: 0, rows: 1, columns: grid.size.columns - 1), &grid
    )
  }

  /// Beside what just happened there may only be room for the arrow.
  private func drawBelow(in foot: Rect, _ grid: inout Grid) {
    let words = Self.below(sight.hiddenBelow).text(in: model.language)
    let start = foot.columns - TextWidth.of(words)
    let isFree = (max(0, start - 1)..<foot.columns).allSatisfy { grid[foot.point(0, $0)] == .blank }
    let shown = isFree ? words : "↓ \(sight.hiddenBelow)"
    grid.draw(shown, at: foot.point(0, foot.columns - TextWidth.of(shown)), style: .accent.bold)
  }

  static func above(_ count: Int) -> Label {
    Label("↑ ข้างบนมีอีก \(count) ข้อ", "↑ \(count) more above")
  }

  static func below(_ count: Int) -> Label {
    Label("ยังมีต่อ ↓ \(count) ข้อ", "↓ \(count) more below")
  }
}
