import TerminalKit
import ThaiText

/// A question answered by a number, in Thai or Arabic digits, with or without marks of thousands.
enum NumberQuestion {
  struct Model: Equatable, Sendable {
    var typed: TypedAnswer.Model
    let takesFractions: Bool
    let groupsThousands: Bool

    init(path: String, value: String, takesFractions: Bool, groupsThousands: Bool) {
      typed = TypedAnswer.Model(
        path: path, text: PlainNumber.text(value), limit: 20, isReplacedByTyping: true,
        separators: ".,")
      self.takesFractions = takesFractions
      self.groupsThousands = groupsThousands
    }
  }

  static func update(_ model: inout Model, _ key: Key) -> [QuestionEffect] {
    let takesFractions = model.takesFractions
    return TypedAnswer.update(&model.typed, key) { text throws(FillPhrase) in
      try TypedNumber.read(text, takesFractions: takesFractions)
    }
  }

  static func height(_ model: Model, width: Int, _ setting: QuestionSetting) -> Int {
    field(model, setting).height(width: width)
  }

  static func view(
    _ model: Model, _ setting: QuestionSetting, in area: Rect, on grid: inout Grid
  ) -> Point? {
    field(model, setting).view(in: area, on: &grid)
  }

  private static func field(_ model: Model, _ setting: QuestionSetting) -> EchoedField {
    EchoedField(model.typed, echo(model, setting))
  }

  private static func echo(_ model: Model, _ setting: QuestionSetting) -> Echo? {
    if let problem = Echo(problemOf: model.typed, setting) { return problem }
    if model.typed.isTranslated { return .fromThaiRow(setting) }
    let text = model.typed.field.text
    // What cannot be read yet is said when the person goes on, not while he types.
    guard let number = try? TypedNumber.read(text, takesFractions: model.takesFractions) else {
      return nil
    }
    let shown = model.groupsThousands ? Digits.grouped(number) : number
    return shown == text ? nil : Echo(text: "= \(shown)", style: .muted)
  }
}
