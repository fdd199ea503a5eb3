/// A question in a box over the screen, with its answers as buttons.
public enum Dialog {
  public struct Model: Equatable, Sendable {
    public var title: String
    public var text: String
    public var buttons: [String]
    public var highlighted: Int

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
    case .enter: return .chose(model.highlighted)
    case .escape: return .cancelled
    default:
      guard let number = key.digit, model.buttons.indices.contains(number - 1) else {
        return .ignored
      }
      return .chose(number - 1)
    }
  }

  /// Draws the box in the middle of the area.
  @discardableResult
  public static func view(_ model: Model, in area: Rect, on grid: inout Grid) -> Point? {
    let wide = min(area.columns, 64)
    let lines = TextWrap.lines(model.text, width: wide - 6)
    let box = area.centred(rows: lines.count + model.buttons.count + 5, columns: wide)
    frame(box, title: model.title, on: &grid)
    let inside = box.inset(rows: 2, columns: 3)
    grid.draw(lines, in: inside)
    let (_, buttons) = inside.splitBottom(model.buttons.count)
    for (row, button) in model.buttons.enumerated() {
      grid.drawRow(
        "\(row + 1)) \(button)", row: row, in: buttons,
        style: row == model.highlighted ? .selected : .plain)
    }
    return buttons.isEmpty ? nil : buttons.point(model.highlighted)
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
