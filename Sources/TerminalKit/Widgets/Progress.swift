/// How much of something is done, as a bar with its numbers beside it.
public enum Progress {
  public struct Model: Equatable, Sendable {
    public var done: Int
    public var total: Int
    /// What is counted, with the numbers: "12 จาก 40 ราย".
    public var text: String

    public init(done: Int, total: Int, text: String) {
      self.done = done
      self.total = total
      self.text = text
    }
  }

  /// Draws the bar in the area's first row and the text in the second.
  public static func view(_ model: Model, in area: Rect, on grid: inout Grid) {
    let width = max(0, area.columns - 2)
    let part =
      model.total > 0 ? Double(max(0, min(model.done, model.total))) / Double(model.total) : 0
    let filled = Int(part * Double(width))
    let bar =
      String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
    grid.draw("[\(bar)]", at: area.origin, width: area.columns, style: .accent)
    if area.rows > 1 { grid.draw(model.text, at: area.point(1), width: area.columns) }
  }
}
