import SurveyForms
import TerminalKit
import ThaiText

/// A question answered by a number between two bounds, typed or moved to with + and - in the form's
/// steps; the arrows only pass.
enum RangeQuestion {
  struct Model: Equatable, Sendable {
    var typed: TypedAnswer.Model
    let bounds: RangeBounds
    let takesFractions: Bool

    init(path: String, value: String, bounds: RangeBounds, takesFractions: Bool) {
      typed = TypedAnswer.Model(
        path: path, text: PlainNumber.text(value), limit: 20, isReplacedByTyping: true)
      self.bounds = bounds
      self.takesFractions = takesFractions
    }

    fileprivate var lowest: Double { min(bounds.start, bounds.end) }
    fileprivate var highest: Double { max(bounds.start, bounds.end) }
    /// Below zero the minus belongs to the number.
    fileprivate var stepKeys: String { lowest < 0 ? "+ _" : "+ -" }
    fileprivate var step: Double { bounds.step == 0 ? 1 : abs(bounds.step) }
  }

  static func update(_ model: inout Model, _ key: Key) -> [QuestionEffect] {
    switch key {
    case .character("_"), .character("ข"),
      .character("-") where model.lowest >= 0:
      return move(&model, by: -1)
    case .character("+"), .character("="), .character("ช"): return move(&model, by: 1)
    default: break
    }
    let asked = model
    return TypedAnswer.update(&model.typed, key) { text throws(FillPhrase) in
      try read(text, in: asked)
    }
  }

  static func height(_ model: Model, width: Int, _ setting: QuestionSetting) -> Int {
    field(model, setting).height(width: width)
  }

  /// The field, and beside it a bar of where between the bounds it stands.
  static func view(
    _ model: Model, _ setting: QuestionSetting, in area: Rect, on grid: inout Grid
  ) -> Point? {
    let field = field(model, setting)
    let bar = area.splitTop(1).0.splitLeft(field.columns + 2).1
    if bar.columns >= 10, let value = standing(model) {
      drawBar(of: value, model, in: bar, on: &grid)
    }
    return field.view(in: area, on: &grid)
  }

  private static func field(_ model: Model, _ setting: QuestionSetting) -> EchoedField {
    var field = EchoedField(model.typed, echo(model, setting))
    field.columns = 14
    return field
  }

  private static func drawBar(
    of value: Double, _ model: Model, in area: Rect, on grid: inout Grid
  ) {
    let width = min(area.columns - 2, 30)
    let share = (value - model.lowest) / max(model.highest - model.lowest, .leastNonzeroMagnitude)
    let filled = Int((min(max(share, 0), 1) * Double(width)).rounded())
    let line = String(repeating: "=", count: filled) + String(repeating: "-", count: width - filled)
    grid.draw("[\(line)]", at: area.origin, width: area.columns, style: .muted)
  }

  static func echo(_ model: Model, _ setting: QuestionSetting) -> Echo {
    if let problem = Echo(problemOf: model.typed, setting) { return problem }
    let words = FormPhrase.rangeStep(
      text(model.bounds.start), text(model.bounds.end), text(model.step), model.stepKeys)
    return Echo(.form(words), .muted, setting)
  }

  /// A number between the bounds and on a step.
  private static func read(_ text: String, in model: Model) throws(FillPhrase) -> String {
    let number = try TypedNumber.read(text, takesFractions: model.takesFractions)
    guard let value = Double(number) else { throw .notANumber }
    guard value >= model.lowest, value <= model.highest else {
      throw .form(.rangeBounds(Self.text(model.lowest), Self.text(model.highest)))
    }
    let steps = (value - model.bounds.start) / model.step
    guard (steps - steps.rounded()).magnitude < 1e-6 else {
      throw .form(
        .rangeStep(
          Self.text(model.bounds.start), Self.text(model.bounds.end), Self.text(model.step),
          model.stepKeys)
      )
    }
    return number
  }

  /// Moves by a step and keeps the new value; from an empty field to the bound that lies there.
  private static func move(_ model: inout Model, by direction: Double) -> [QuestionEffect] {
    let forward = model.bounds.start <= model.bounds.end ? direction : -direction
    guard let value = standing(model) else {
      guard model.typed.field.text.isEmpty else { return [] }
      return take(direction > 0 ? model.bounds.start : model.bounds.end, in: &model)
    }
    let target = value + forward * model.step
    return take(min(max(target, model.lowest), model.highest), in: &model)
  }

  /// The number in the field, however it is written.
  private static func standing(_ model: Model) -> Double? {
    (try? TypedNumber.read(model.typed.field.text, takesFractions: true)).flatMap { Double($0) }
  }

  private static func take(_ value: Double, in model: inout Model) -> [QuestionEffect] {
    // A step of 0.1 leaves 0.30000000000000004 behind.
    let steps = ((value - model.bounds.start) / model.step).rounded()
    let exact = ((model.bounds.start + steps * model.step) * 1e9).rounded() / 1e9
    TypedAnswer.replace(&model.typed, with: text(exact))
    model.typed.accepted = model.typed.field.text
    return [.answer([Answer(path: model.typed.path, text: text(exact))])]
  }

  private static func text(_ number: Double) -> String {
    number == number.rounded() && number.magnitude < 1e15
      ? String(Int(number)) : PlainNumber.text(String(number))
  }
}
