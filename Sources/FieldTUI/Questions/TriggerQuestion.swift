import TerminalKit

/// A statement that the person acknowledges; the value is `OK`, or empty.
enum TriggerQuestion {
  struct Model: Equatable, Sendable {
    let path: String
    var isDone: Bool
  }

  static func update(_ model: inout Model, _ key: Key) -> [QuestionEffect] {
    switch key {
    case .character(" "),
      _ where key.digit == 1:
      guard !model.isDone else { return [.goOn] }
      model.isDone = true
      return [.answer([Answer(path: model.path, text: "OK")]), .goOn]
    case .backspace, .delete:
      guard model.isDone else { return [] }
      model.isDone = false
      return [.answer([Answer(path: model.path, text: "")])]
    case .enter, .tab, .down: return [.goOn]
    case .up, .backTab: return [.goBack]
    default: return []
    }
  }

  static func view(
    _ model: Model, _ setting: QuestionSetting, in area: Rect, on grid: inout Grid
  ) -> Point? {
    grid.drawRow(text(isDone: model.isDone, in: setting.language), in: area, style: .selected)
    return area.point(0, 1)
  }

  static func text(isDone: Bool, in language: Language) -> String {
    "[\(isDone ? "x" : " ")] 1 " + FillPhrase.acknowledged.text(in: language)
  }
}
