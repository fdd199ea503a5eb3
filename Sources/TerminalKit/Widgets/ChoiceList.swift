/// Choices below each other, of which one is taken, or several are ticked.
///
/// A digit takes the choice with that number; long labels go on over several rows.
public enum ChoiceList {
  public struct Model: Equatable, Sendable {
    public var labels: [String]
    public var highlighted: Int
    /// The positions that are taken.
    public var chosen: Set<Int>
    public let takesMany: Bool

    public init(
      _ labels: [String], chosen: Set<Int> = [], highlighted: Int? = nil, takesMany: Bool = false
    ) {
      self.labels = labels
      self.chosen = chosen
      self.highlighted = highlighted ?? chosen.min() ?? 0
      self.takesMany = takesMany
    }
  }

  public enum Outcome: Equatable, Sendable {
    case moved
    /// The choice at this position was taken, or taken back.
    case chose(Int)
    /// Enter on a list of many: the ticks stand.
    case accepted
    case ignored
  }

  public static func update(_ model: inout Model, _ key: Key, page: Int = 8) -> Outcome {
    if let row = Scrolling.moved(model.highlighted, by: key, of: model.labels.count, page: page) {
      model.highlighted = max(0, row)
      return .moved
    }
    switch key {
    case .character(" "): return choose(model.highlighted, in: &model)
    case .enter: return model.takesMany ? .accepted : choose(model.highlighted, in: &model)
    default: return key.digit.map { choose($0 - 1, in: &model) } ?? .ignored
    }
  }

  private static func choose(_ position: Int, in model: inout Model) -> Outcome {
    guard model.labels.indices.contains(position) else { return .ignored }
    model.highlighted = position
    if !model.takesMany {
      model.chosen = [position]
    } else if model.chosen.remove(position) == nil {
      model.chosen.insert(position)
    }
    return .chose(position)
  }

}

extension ChoiceList {
  /// How many rows all choices take at a width.
  public static func height(_ model: Model, width: Int) -> Int {
    model.labels.reduce(0) { $0 + rows(of: $1, width: width).count }
  }

  /// Draws the choices, scrolled so that the highlighted one shows, with a bar beside them when there are
  /// more; the cursor stands on its mark.
  @discardableResult
  public static func view(
    _ model: Model, isFocused: Bool = true, in area: Rect, on grid: inout Grid
  ) -> Point? {
    let isLonger = height(model, width: area.columns) > area.rows
    let blocks = model.labels.map { rows(of: $0, width: area.columns - (isLonger ? 2 : 0)) }
    let top = firstRow(model, blocks: blocks, visible: area.rows)
    var row = -top
    var cursor: Point?
    for (position, block) in blocks.enumerated() {
      let isLit = isFocused && position == model.highlighted
      for (index, line) in block.enumerated() {
        defer { row += 1 }
        guard (0..<area.rows).contains(row) else { continue }
        let head = index == 0 ? mark(model, position) : String(repeating: " ", count: indent)
        grid.drawRow(head + line, row: row, in: area, style: isLit ? .selected : .plain)
        if isLit, index == 0 { cursor = area.point(row, 1) }
      }
    }
    if isLonger {
      Scrolling.bar(top: top, of: blocks.reduce(0) { $0 + $1.count }, in: area, on: &grid)
    }
    return cursor
  }

  private static let indent = 7

  private static func mark(_ model: Model, _ position: Int) -> String {
    let box = model.takesMany ? ("[", "]") : ("(", ")")
    // Choices past the ninth have no digit.
    let number = position < 9 ? "\(position + 1))" : "  "
    return "\(box.0)\(model.chosen.contains(position) ? "x" : " ")\(box.1) \(number) "
  }

  private static func rows(of label: String, width: Int) -> [String] {
    TextWrap.lines(label, width: max(8, width - indent))
  }

  private static func firstRow(_ model: Model, blocks: [[String]], visible: Int) -> Int {
    guard blocks.indices.contains(model.highlighted) else { return 0 }
    let start = blocks[..<model.highlighted].reduce(0) { $0 + $1.count }
    let end = start + blocks[model.highlighted].count - 1
    let total = blocks.reduce(0) { $0 + $1.count }
    let first = Scrolling.top(0, showing: end, of: total, visible: visible)
    return min(first, start)
  }
}
