/// One place of the screen: what stands there and in which style.
public struct Cell: Hashable, Sendable {
  /// What is shown, a spacing scalar first; empty in the second half of a wide letter.
  public var scalars: GlyphScalars
  public var style: Style

  public var text: String { scalars.text }

  public static let blank = Cell(scalars: GlyphScalars(" "), style: .plain)
}

/// The screen as it should look: a rectangle of cells.
///
/// Views draw on a grid and never on the terminal. A ``Terminal`` shows a grid; a test compares one
/// with a file. Whatever is drawn outside is dropped.
public struct Grid: Equatable, Sendable {
  public let size: Size
  /// Each row by itself: drawing on a copy takes the rows that it changes, and whoever compares two
  /// grids knows at once which rows they share.
  private(set) var rows: [[Cell]]

  public init(size: Size) {
    self.size = size
    rows = Array(repeating: Array(repeating: .blank, count: size.columns), count: size.rows)
  }

  /// The cell at a place; a blank one outside.
  public subscript(point: Point) -> Cell {
    contains(point) ? rows[point.row][point.column] : .blank
  }

  /// The whole screen.
  public var area: Rect { Rect(size) }

  /// Draws one line of text and says how many columns it took.
  ///
  /// What does not fit in `width`, or in the row, is clipped after a whole cluster and ended by "…".
  @discardableResult
  public mutating func draw(
    _ text: String, at point: Point, width: Int? = nil, style: Style = .plain
  ) -> Int {
    guard contains(point) else { return 0 }
    let room = min(width ?? Int.max, size.columns - point.column)
    let needed = TextWidth.of(text)
    let shown = needed > room ? TextWidth.clip(text, to: room) : text
    var column = point.column
    for glyph in GlyphSequence(shown) {
      rows[point.row].put(glyph, at: column, style: style)
      column += glyph.width
    }
    return column - point.column
  }

  /// Draws lines below each other from the top of an area, as many as it has rows.
  public mutating func draw(_ lines: [String], in area: Rect, style: Style = .plain) {
    for (row, line) in lines.prefix(area.rows).enumerated() {
      draw(line, at: area.point(row), width: area.columns, style: style)
    }
  }

  /// Draws a line and fills the rest of the area's row in the same style.
  public mutating func drawRow(
    _ text: String, row: Int = 0, in area: Rect, style: Style = .plain
  ) {
    guard row < area.rows else { return }
    fill(
      Rect(row: area.row + row, column: area.column, rows: 1, columns: area.columns), style: style)
    draw(text, at: area.point(row), width: area.columns, style: style)
  }

  /// Draws rows of another grid from the top of an area, as many as it has room for.
  public mutating func draw(_ other: Grid, fromRow first: Int, in area: Rect) {
    let inside = Rect(size).intersection(area)
    let columns = min(inside.columns, other.size.columns)
    guard columns > 0 else { return }
    for row in 0..<inside.rows where other.rows.indices.contains(first + row) {
      let target = inside.column..<inside.column + columns
      rows[inside.row + row].separate(at: target.lowerBound)
      rows[inside.row + row].separate(at: target.upperBound - 1)
      rows[inside.row + row].replaceSubrange(target, with: other.rows[first + row].prefix(columns))
    }
  }

  /// Blanks an area in a style.
  public mutating func fill(_ area: Rect, style: Style = .plain) {
    let inside = Rect(size).intersection(area)
    guard !inside.isEmpty else { return }
    for row in inside.row..<inside.row + inside.rows {
      rows[row].blank(inside.column..<inside.column + inside.columns, style: style)
    }
  }

  /// Changes what a cell shows without changing its width.
  mutating func replace(_ scalars: GlyphScalars, at point: Point) {
    if contains(point) { rows[point.row][point.column].scalars = scalars }
  }

  private func contains(_ point: Point) -> Bool {
    (0..<size.rows).contains(point.row) && (0..<size.columns).contains(point.column)
  }
}

/// One row of a grid. It never begins with the second half of a wide letter.
extension [Cell] {
  fileprivate mutating func put(_ glyph: Glyph, at column: Int, style: Style) {
    separate(at: column)
    self[column] = Cell(scalars: glyph.scalars, style: style)
    guard glyph.width == 2 else { return }
    separate(at: column + 1)
    self[column + 1] = Cell(scalars: GlyphScalars(), style: style)
  }

  fileprivate mutating func blank(_ columns: Range<Int>, style: Style) {
    separate(at: columns.lowerBound)
    separate(at: columns.upperBound - 1)
    let blank = Cell(scalars: Cell.blank.scalars, style: style)
    for column in columns { self[column] = blank }
  }

  /// Blanks the other half of a wide letter before one of its cells is drawn over.
  fileprivate mutating func separate(at column: Int) {
    if self[column].scalars.isEmpty { self[column - 1].scalars = Cell.blank.scalars }
    if column + 1 < count, self[column + 1].scalars.isEmpty {
      self[column + 1].scalars = Cell.blank.scalars
    }
  }
}
