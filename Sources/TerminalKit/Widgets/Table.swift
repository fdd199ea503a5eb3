/// Rows of texts in columns, of which one row is highlighted.
public enum Table {
  public struct Column: Equatable, Sendable {
    public let title: String
    /// The narrowest the column is drawn, in cells.
    public let width: Int
    /// Its share of the room that is left over; 0 keeps the width.
    public let share: Int
    public let isRightAligned: Bool

    public init(_ title: String, width: Int, share: Int = 0, isRightAligned: Bool = false) {
      self.title = title
      self.width = width
      self.share = share
      self.isRightAligned = isRightAligned
    }
  }

  public struct Row: Equatable, Sendable {
    public var cells: [String]
    public var style: Style

    public init(_ cells: [String], style: Style = .plain) {
      self.cells = cells
      self.style = style
    }
  }

  public struct Model: Equatable, Sendable {
    public var columns: [Column]
    public var rows: [Row]
    public var highlighted: Int

    public init(columns: [Column], rows: [Row], highlighted: Int = 0) {
      self.columns = columns
      self.rows = rows
      self.highlighted = max(0, min(highlighted, rows.count - 1))
    }
  }

  public enum Outcome: Equatable, Sendable {
    case moved
    case opened(Int)
    case ignored
  }

  public static func update(_ model: inout Model, _ key: Key, page: Int = 10) -> Outcome {
    guard !model.rows.isEmpty else { return .ignored }
    if key == .enter { return .opened(model.highlighted) }
    guard let row = Scrolling.moved(model.highlighted, by: key, of: model.rows.count, page: page)
    else { return .ignored }
    model.highlighted = row
    return .moved
  }

  /// Draws the titles and the rows around the highlighted one, which gets the cursor.
  @discardableResult
  public static func view(_ model: Model, in area: Rect, on grid: inout Grid) -> Point? {
    let (head, body) = area.splitTop(1)
    let widths = widths(of: model.columns, in: area.columns - 1)
    grid.drawRow(
      line(model.columns.map(\.title), model.columns, widths), in: head, style: .label.bold)
    let top = Scrolling.top(
      0, showing: model.highlighted, of: model.rows.count, visible: body.rows)
    for (offset, row) in model.rows.dropFirst(top).prefix(body.rows).enumerated() {
      let isLit = top + offset == model.highlighted
      grid.drawRow(
        line(row.cells, model.columns, widths), row: offset, in: body,
        style: isLit ? .selected : row.style)
    }
    Scrolling.bar(top: top, of: model.rows.count, in: body, on: &grid)
    return model.rows.isEmpty ? nil : body.point(model.highlighted - top)
  }

  private static func line(_ cells: [String], _ columns: [Column], _ widths: [Int]) -> String {
    zip(cells, zip(columns, widths)).map { cell, shape in
      let (column, width) = shape
      guard column.isRightAligned else { return TextWidth.pad(cell, to: width) }
      let clipped = TextWidth.clip(cell, to: width)
      return String(repeating: " ", count: width - TextWidth.of(clipped)) + clipped
    }
    .joined(separator: " ")
  }

  /// Widths that fill the room; columns at the right end get none when there is too little.
  private static func widths(of columns: [Column], in room: Int) -> [Int] {
    let shares = columns.reduce(0) { $0 + $1.share }
    let spare = max(0, room - columns.reduce(0) { $0 + $1.width } - max(0, columns.count - 1))
    var left = room
    return columns.map { column in
      let wanted = column.width + (shares > 0 ? spare * column.share / shares : 0)
      let given = max(0, min(wanted, left))
      left -= given + 1
      return given
    }
  }
}
