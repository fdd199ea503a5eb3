/// A question in a box over the screen, with its answers as buttons.
public enum Dialog {
  public struct Model: Equatable, Sendable {
    public var title: String
    public var text: String
    public var buttons: [String]
    public var highlighted: Int
    /// The first line of the text that is shown, where the box has no room for all of it.
    public var top = 0

    /// The harmless answer should be the highlighted one.
    public init(title: String, text: String, buttons: [String], highlighted: Int = 0) {
      self.title = title
      self.text = text
      self.buttons = buttons
      self.highlighted = highlighted
    }
  }

  public enum Outcome: Equatable, Sendable {
    case moved
    case chose(Int)
    case cancelled
    case ignored
  }

  public static func update(_ model: inout Model, _ key: Key) -> Outcome {
    switch key {
    case .left, .up, .backTab:
      model.highlighted = max(0, model.highlighted - 1)
      return .moved
    case .right, .down, .tab:
      model.highlighted = min(model.buttons.count - 1, model.highlighted + 1)
      return .moved
    case .pageUp, .pageDown:
      model.top = max(0, model.top + (key == .pageUp ? -1 : 1) * page)
      return .moved
    case .enter: return .chose(model.highlighted)
    case .escape: return .cancelled
    default:
      guard let number = key.digit, model.buttons.indices.contains(number - 1) else {
        return .ignored
      }
      return .chose(number - 1)
    }
  }

  /// How far a key scrolls: less than the smallest box shows.
  private static let page = 3

  /// Draws the box in the middle of the area, and its keys in the last row of the screen.
  ///
  /// - Returns: No place for the cursor: on the lit button it would hide the first letter's light.
  @discardableResult
  public static func view(
    _ model: Model, _ language: Language, in area: Rect, on grid: inout Grid
  ) -> Point? {
    let (above, foot) = grid.area.splitBottom(1)
    let area = area.intersection(above)
    let wide = min(area.columns, 64)
    let lines = TextWrap.lines(model.text, width: wide - 6)
    let buttons = buttonRows(of: model, width: wide - 6)
    let needed = lines.count + buttons.count
    // Where it is tight, the blank rows go before any words do.
    let isLoose = needed + 5 <= area.rows
    let box = area.centred(rows: min(area.rows, needed + (isLoose ? 5 : 2)), columns: wide)
    frame(box, title: model.title, on: &grid)
    let (text, below) = box.inset(rows: isLoose ? 2 : 1, columns: 3).splitBottom(buttons.count)
    let top = max(0, min(model.top, lines.count - text.rows))
    grid.draw(Array(lines.dropFirst(top)), in: text)
    let edge = Rect(row: text.row, column: text.column, rows: text.rows, columns: text.columns + 2)
    Scrolling.bar(top: top, of: lines.count, in: edge, on: &grid)
    for (row, button) in buttons.enumerated() {
      let isLit = button.number == model.highlighted
      grid.drawRow(button.text, row: row, in: below, style: isLit ? .selected : .plain)
    }
    StatusLine.keys(
      keys(of: model, scrolls: lines.count > text.rows, in: language), in: foot, on: &grid)
    return nil
  }

  private static func buttonRows(of model: Model, width: Int) -> [(number: Int, text: String)] {
    model.buttons.enumerated().flatMap { number, button in
      TextWrap.lines(button, width: width - 3).enumerated().map { row, line in
        (number, (row == 0 ? "\(number + 1)) " : "   ") + line)
      }
    }
  }

  private static func keys(
    of model: Model, scrolls: Bool, in language: Language
  ) -> [KeyHelp] {
    let count = model.buttons.count
    let all = [
      (Key.enter.name, Label("เลือก", "Choose")),
      scrolls ? ("PgDn", Label("อ่านต่อ", "Read on")) : nil,
      (Key.escape.name, Label("กลับ", "Back")),
      count > 1 ? ("↑↓", Label("เลื่อน", "Move")) : nil,
      (count > 1 ? "1-\(count)" : "1", Label("เลือกตามเลข", "Choose by number")),
    ]
    return all.compactMap(\.self).map { KeyHelp(keys: $0.0, label: $0.1.text(in: language)) }
  }

  /// Blanks an area and draws a line around it, with a title in the upper one.
  public static func frame(_ box: Rect, title: String, on grid: inout Grid) {
    guard box.rows > 1, box.columns > 4 else { return }
    grid.fill(box)
    let line = String(repeating: "─", count: box.columns - 2)
    grid.draw("┌\(line)┐", at: box.origin, style: .accent)
    for row in 1..<box.rows - 1 {
      grid.draw("│", at: box.point(row), style: .accent)
      grid.draw("│", at: box.point(row, box.columns - 1), style: .accent)
    }
    grid.draw("└\(line)┘", at: box.point(box.rows - 1), style: .accent)
    if !title.isEmpty {
      grid.draw(" \(title) ", at: box.point(0, 2), width: box.columns - 4, style: .title)
    }
  }
}
