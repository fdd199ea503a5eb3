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
  private(set) var cells: [Cell]

  public init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: size.rows * size.columns)
  }

  /// The cell at a place; a blank one outside.
  public subscript(point: Point) -> Cell {
    index(of: point).map { cells[$0] } ?? .blank
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
    guard (0..<size.rows).contains(point.row), (0..<size.columns).contains(point.column) else {
      return 0
    }
    let room = min(width ?? Int.max, size.columns - point.column)
    let needed = TextWidth.of(text)
    let shown = needed > room ? TextWidth.clip(text, to: room) : text
    let start = point.row * size.columns + point.column
    var index = start
    for glyph in GlyphSequence(shown) {
      put(glyph, at: index, style: style)
      index += glyph.width
    }
    return index - start
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

  /// Blanks an area in a style.
  public mutating func fill(_ area: Rect, style: Style = .plain) {
    let inside = Rect(size).intersection(area)
    guard !inside.isEmpty else { return }
    let blank = Cell(scalars: Cell.blank.scalars, style: style)
    for row in inside.row..<inside.row + inside.rows {
      let start = row * size.columns + inside.column
      separate(at: start)
      separate(at: start + inside.columns - 1)
      for index in start..<start + inside.columns { cells[index] = blank }
    }
  }

  /// Changes what a cell shows without changing its width.
  mutating func replace(_ scalars: GlyphScalars, at point: Point) {
    if let index = index(of: point) { cells[index].scalars = scalars }
  }

  private mutating func put(_ glyph: Glyph, at index: Int, style: Style) {
    separate(at: index)
    cells[index] = Cell(scalars: glyph.scalars, style: style)
    guard glyph.width == 2 else { return }
    separate(at: index + 1)
    cells[index + 1] = Cell(scalars: GlyphScalars(), style: style)
  }

  /// Blanks the other half of a wide letter before one of its cells is drawn over.
  ///
  /// A row never begins with a second half, so that what is looked at is always of the same row.
  private mutating func separate(at index: Int) {
    if cells[index].scalars.isEmpty { cells[index - 1].scalars = Cell.blank.scalars }
    if index + 1 < cells.count, cells[index + 1].scalars.isEmpty {
      cells[index + 1].scalars = Cell.blank.scalars
    }
  }

  private func index(of point: Point) -> Int? {
    guard (0..<size.rows).contains(point.row), (0..<size.columns).contains(point.column) else {
      return nil
    }
    return point.row * size.columns + point.column
  }
}
