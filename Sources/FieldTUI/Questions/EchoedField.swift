import TerminalKit

/// A remark below a field, with its style.
struct Echo: Equatable, Sendable {
  let text: String
  let style: Style

  init(text: String, style: Style) {
    self.text = text
    self.style = style
  }

  init(_ phrase: FillPhrase, _ style: Style, _ setting: QuestionSetting) {
    self.init(text: phrase.text(in: setting.language), style: style)
  }

  /// Why the text of a field was not taken; nil while nothing is wrong with it.
  init?(problemOf typed: TypedAnswer.Model, _ setting: QuestionSetting) {
    guard let problem = typed.problem else { return nil }
    self.init(problem, .problem, setting)
  }

  /// Says that Thai letters were read as the digits on their keys.
  static func fromThaiRow(_ setting: QuestionSetting) -> Echo {
    Echo(.fromThaiRow, .muted, setting)
  }

  fileprivate func lines(width: Int) -> [String] { TextWrap.lines(text, width: width) }
}

/// A field that is typed into, with the remark below it.
struct EchoedField {
  let field: TextField.Model
  let echo: Echo?
  /// How wide the field is at most; a number in a wide one looks lost.
  var columns = 22
  /// Whether a long text makes it higher.
  var grows = false

  init(_ typed: TypedAnswer.Model, _ echo: Echo?) {
    field = typed.field
    self.echo = echo
  }

  /// The same as wide as there is room, for words.
  func wide(grows: Bool) -> EchoedField {
    var wide = self
    wide.columns = .max
    wide.grows = grows
    return wide
  }

  func height(width: Int) -> Int { rows(width) + (echo?.lines(width: width).count ?? 0) }

  func view(in area: Rect, on grid: inout Grid) -> Point? {
    view(in: area, on: &grid) { TextField.view(field, in: $0, on: &$1) }
  }

  /// Draws the remark, and lets the field be drawn otherwise than as it was typed.
  func view(
    in area: Rect, on grid: inout Grid, drawField: (Rect, inout Grid) -> Point?
  ) -> Point? {
    let (above, below) = area.splitTop(rows(area.columns))
    if let echo { grid.draw(echo.lines(width: below.columns), in: below, style: echo.style) }
    return drawField(above.splitLeft(min(columns, above.columns)).0, &grid)
  }

  private func rows(_ width: Int) -> Int { grows ? TextField.height(field, width: width) : 1 }
}
