/// Which part of something long is on the screen.
public enum Scrolling {
  /// The first row to show so that `row` is among `visible` rows, moved as little as possible.
  public static func top(_ top: Int, showing row: Int, of count: Int, visible: Int) -> Int {
    guard visible > 0 else { return 0 }
    let near = min(max(top, row - visible + 1), row)
    return max(0, min(near, count - visible))
  }

  /// The row that a movement key leads to; nil for any other key.
  public static func moved(_ row: Int, by key: Key, of count: Int, page: Int) -> Int? {
    let target =
      switch key {
      case .up: row - 1
      case .down: row + 1
      case .pageUp: row - max(1, page)
      case .pageDown: row + max(1, page)
      case .home: 0
      case .end: count - 1
      default: Int?.none
      }
    return target.map { max(0, min($0, count - 1)) }
  }

  /// Draws a bar in the last column of an area whose content is longer than it.
  public static func bar(top: Int, of count: Int, in area: Rect, on grid: inout Grid) {
    guard count > area.rows, area.rows > 1, area.columns > 0 else { return }
    let length = max(1, area.rows * area.rows / count)
    let start = (area.rows - length) * top / max(1, count - area.rows)
    for row in 0..<area.rows {
      let isThumb = (start..<start + length).contains(row)
      grid.draw(
        isThumb ? "█" : "│", at: area.point(row, area.columns - 1), style: .muted)
    }
  }
}

/// A text of any length in an area that may be smaller.
public enum ScrollText {
  public struct Model: Equatable, Sendable {
    public var lines: [Line]
    public var top = 0

    public init(_ lines: [Line]) { self.lines = lines }
  }

  /// A paragraph with its style; it is wrapped when drawn.
  public struct Line: Equatable, Sendable {
    public let text: String
    public let style: Style

    public init(_ text: String, style: Style = .plain) {
      self.text = text
      self.style = style
    }
  }

  /// Scrolls; true when the key was one for scrolling.
  public static func update(_ model: inout Model, _ key: Key, page: Int = 10) -> Bool {
    guard let top = Scrolling.moved(model.top, by: key, of: Int.max, page: page) else {
      return false
    }
    model.top = key == .end ? Int.max / 2 : top
    return true
  }

  /// The keys of a text that lies over a page.
  public static func keys(in language: Language) -> [KeyHelp] {
    [("↑↓", Label("เลื่อน", "Move")), (Key.escape.name, Label("กลับ", "Back"))]
      .map { KeyHelp(keys: $0, label: $1.text(in: language)) }
  }

  /// Draws what is visible; a position past the end shows the last lines.
  public static func view(_ model: Model, in area: Rect, on grid: inout Grid) {
    let rows = model.lines.flatMap { line in
      TextWrap.lines(line.text, width: area.columns - 2).map { Line($0, style: line.style) }
    }
    let top = max(0, min(model.top, rows.count - area.rows))
    for (row, line) in rows.dropFirst(top).prefix(area.rows).enumerated() {
      grid.draw(line.text, at: area.point(row), width: area.columns - 2, style: line.style)
    }
    Scrolling.bar(top: top, of: rows.count, in: area, on: &grid)
  }
}
