extension TextField {
  /// Draws the field: in one row scrolled so that the cursor shows, in several rows as wrapped lines.
  ///
  /// - Returns: Where the cursor stands.
  @discardableResult
  public static func view(
    _ model: Model, in area: Rect, on grid: inout Grid, style: Style = .focus
  ) -> Point? {
    guard !area.isEmpty else { return nil }
    grid.fill(area, style: style)
    let shown = model.isSecret ? dots(for: model) : model
    let scalars = shown.scalars
    let rows =
      area.rows == 1
      ? [visible(scalars, cursor: shown.cursor, width: area.columns - 1)]
      : TextFieldRows.rows(of: scalars, width: area.columns - 1)
    let lit = row(of: shown.cursor, in: rows)
    let top = Scrolling.top(0, showing: lit, of: rows.count, visible: area.rows)
    for (offset, range) in rows.dropFirst(top).prefix(area.rows).enumerated() {
      let line = Rect(row: area.row + offset, column: area.column, rows: 1, columns: area.columns)
      draw(scalars, range, selection: shown.selection, in: line, on: &grid, style)
    }
    let before = TextWidth.of(scalars[rows[lit].lowerBound..<shown.cursor])
    return area.point(lit - top, min(before, area.columns - 1))
  }

  /// The rows that the whole text takes, at least one and at most `most`.
  public static func height(_ model: Model, width: Int, most: Int = 6) -> Int {
    guard !model.isSecret else { return 1 }
    return min(most, TextFieldRows.rows(of: model.scalars, width: width - 1).count)
  }

  private static func dots(for model: Model) -> Model {
    let boundaries = Cluster.boundaries(of: model.scalars)
    func dot(_ offset: Int) -> Int { boundaries.count { $0 < offset } }
    var dots = Model(String(repeating: "•", count: boundaries.count - 1))
    dots.cursor = dot(model.cursor)
    dots.anchor = model.anchor.map(dot)
    return dots
  }

  /// The last row that begins at or before the cursor.
  static func row(of cursor: Int, in rows: [Range<Int>]) -> Int {
    rows.lastIndex { $0.lowerBound <= cursor } ?? 0
  }

  /// Draws a row's text in up to three parts, the selected one without the field's style.
  private static func draw(
    _ scalars: [Unicode.Scalar], _ range: Range<Int>, selection: Range<Int>?, in line: Rect,
    on grid: inout Grid, _ style: Style
  ) {
    let selected = selection?.clamped(to: range) ?? range.upperBound..<range.upperBound
    var column = 0
    for (part, look) in [
      (range.lowerBound..<selected.lowerBound, style), (selected, Style.accent.bold),
      (selected.upperBound..<range.upperBound, style),
    ] where !part.isEmpty {
      column += grid.draw(
        string(scalars[part]), at: line.point(0, column), width: line.columns - column, style: look)
    }
  }

  /// The part of the text around the cursor that fits in one row.
  private static func visible(
    _ scalars: [Unicode.Scalar], cursor: Int, width: Int
  ) -> Range<Int> {
    let boundaries = Cluster.boundaries(of: scalars)
    let widths = zip(boundaries, boundaries.dropFirst()).map { start, end in
      TextWidth.of(scalars[start..<end])
    }
    let place = boundaries.firstIndex { $0 >= cursor } ?? 0
    var start = place
    var room = width
    while start > 0, widths[start - 1] <= room {
      start -= 1
      room -= widths[start]
    }
    var end = place
    while end < widths.count, widths[end] <= room {
      room -= widths[end]
      end += 1
    }
    return boundaries[start]..<boundaries[end]
  }
}

/// A typed text divided into rows, with nothing left out, so that the cursor can stand anywhere.
enum TextFieldRows {
  /// Ranges of scalars that follow each other; at least one, maybe empty.
  ///
  /// Rows end where a line may; a piece wider than a row is cut between clusters.
  static func rows(of scalars: [Unicode.Scalar], width: Int) -> [Range<Int>] {
    if fits(scalars[...], width) { return [scalars.indices] }
    var rows = [0..<0]
    for end in LineBreaker.current.breaks(scalars) + [scalars.count] {
      guard let row = rows.last else { break }
      if fits(scalars[row.lowerBound..<end], width) {
        rows[rows.count - 1] = row.lowerBound..<end
      } else {
        if row.isEmpty { rows.removeLast() }
        rows += pieces(of: scalars, row.upperBound..<end, width)
      }
    }
    return rows
  }

  /// One row for a piece that fits, else as many as it takes.
  private static func pieces(
    of scalars: [Unicode.Scalar], _ range: Range<Int>, _ width: Int
  ) -> [Range<Int>] {
    guard !fits(scalars[range], width) else { return [range] }
    var rows: [Range<Int>] = []
    var start = range.lowerBound
    var end = start
    for boundary in Cluster.boundaries(of: Array(scalars[range])).dropFirst() {
      let next = range.lowerBound + boundary
      if end > start, !fits(scalars[start..<next], width) {
        rows.append(start..<end)
        start = end
      }
      end = next
    }
    return rows + [start..<end]
  }

  /// Whether a text fits without the spaces at its end.
  private static func fits(_ scalars: ArraySlice<Unicode.Scalar>, _ width: Int) -> Bool {
    let end = scalars.lastIndex { $0 != " " }.map { $0 + 1 } ?? scalars.startIndex
    return TextWidth.of(scalars[scalars.startIndex..<end]) <= width
  }
}
