/// How many rows and columns a screen or a part of it has, in cells.
public struct Size: Hashable, Sendable {
  public var rows: Int
  public var columns: Int

  public init(rows: Int, columns: Int) {
    self.rows = max(0, rows)
    self.columns = max(0, columns)
  }
}

/// A cell's place, counted from the upper left corner of the screen, which is 0, 0.
public struct Point: Hashable, Sendable {
  public var row: Int
  public var column: Int

  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }
}

/// A rectangle of cells; it may be empty, and its size is never negative.
public struct Rect: Hashable, Sendable {
  public var row: Int
  public var column: Int
  public var rows: Int
  public var columns: Int

  public init(row: Int, column: Int, rows: Int, columns: Int) {
    self.row = row
    self.column = column
    self.rows = max(0, rows)
    self.columns = max(0, columns)
  }

  /// The whole of a screen.
  public init(_ size: Size) {
    self.init(row: 0, column: 0, rows: size.rows, columns: size.columns)
  }

  public var isEmpty: Bool { rows == 0 || columns == 0 }
  public var size: Size { Size(rows: rows, columns: columns) }
  public var origin: Point { Point(row: row, column: column) }

  /// The place of a cell given by its row and column inside the rectangle.
  public func point(_ row: Int, _ column: Int = 0) -> Point {
    Point(row: self.row + row, column: self.column + column)
  }

  /// What lies in both rectangles.
  public func intersection(_ other: Rect) -> Rect {
    let top = max(row, other.row)
    let left = max(column, other.column)
    return Rect(
      row: top, column: left, rows: min(row + rows, other.row + other.rows) - top,
      columns: min(column + columns, other.column + other.columns) - left)
  }

  public func contains(_ point: Point) -> Bool {
    (row..<row + rows).contains(point.row) && (column..<column + columns).contains(point.column)
  }
}

extension Rect {
  /// The first `count` rows, or all there are, and the rest.
  public func splitTop(_ count: Int) -> (Rect, Rect) {
    let taken = min(max(0, count), rows)
    return (
      Rect(row: row, column: column, rows: taken, columns: columns),
      Rect(row: row + taken, column: column, rows: rows - taken, columns: columns)
    )
  }

  /// What is above, and the last `count` rows.
  public func splitBottom(_ count: Int) -> (Rect, Rect) {
    splitTop(rows - min(max(0, count), rows))
  }

  /// The first `count` columns, or all there are, and the rest.
  public func splitLeft(_ count: Int) -> (Rect, Rect) {
    let taken = min(max(0, count), columns)
    return (
      Rect(row: row, column: column, rows: rows, columns: taken),
      Rect(row: row, column: column + taken, rows: rows, columns: columns - taken)
    )
  }

  /// What is left when `rows` are taken off above and below and `columns` on both sides.
  public func inset(rows inRows: Int = 0, columns inColumns: Int = 0) -> Rect {
    Rect(
      row: row + min(inRows, rows), column: column + min(inColumns, columns),
      rows: rows - 2 * inRows, columns: columns - 2 * inColumns)
  }

  /// A rectangle of at most the given size in the middle of this one.
  public func centred(rows wantedRows: Int, columns wantedColumns: Int) -> Rect {
    let high = min(wantedRows, rows)
    let wide = min(wantedColumns, columns)
    return Rect(
      row: row + (rows - high) / 2, column: column + (columns - wide) / 2, rows: high,
      columns: wide)
  }
}
