import TerminalKit
import ThaiText

/// A question answered by a number, in Thai or Arabic digits, with or without commas.
enum NumberQuestion {
  struct Model: Equatable, Sendable {
    var typed: TypedAnswer.Model
    let takesFractions: Bool
    let groupsThousands: Bool

    init(path: String, value: String, takesFractions: Bool, groupsThousands: Bool) {
      typed = TypedAnswer.Model(
        path: path, text: value, limit: 20, isReplacedByTyping: true, separators: ".,")
      self.takesFractions = takesFractions
      self.groupsThousands = groupsThousands
    }
  }

  static func update(_ model: inout Model, _ key: Key) -> [QuestionEffect] {
    let takesFractions = model.takesFractions
    return TypedAnswer.update(&model.typed, key) { text throws(FillPhrase) in
      try read(text, takesFractions: takesFractions)
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

  /// Reads `๓๐,๐๐๐` as `30000`; digits typed on the number row of the Thai layout are understood.
  static func read(_ text: String, takesFractions: Bool) throws(FillPhrase) -> String {
    let plain = Digits.ascii(KeyboardLayout.suggestDigits(for: text) ?? text)
      .filter { $0 != "," && $0 != " " }
    let body = plain.hasPrefix("-") ? plain.dropFirst() : plain[...]
    let parts = body.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard
      parts.allSatisfy({ part in
        !part.isEmpty && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
      })
    else { throw .notANumber }
    guard takesFractions || parts.count == 1 else { throw .wholeNumberOnly }
    let whole = parts[0].drop { $0 == "0" }
    let sign = plain.hasPrefix("-") ? "-" : ""
    return sign + (whole.isEmpty ? "0" : whole) + (parts.count == 2 ? ".\(parts[1])" : "")
  }

  private static func echo(_ model: Model, _ setting: QuestionSetting) -> Echo? {
    if let problem = Echo(problemOf: model.typed, setting) { return problem }
    if model.typed.isTranslated { return .fromThaiRow(setting) }
    let text = model.typed.field.text
    // What cannot be read yet is said when the person goes on, not while he types.
    guard let number = try? read(text, takesFractions: model.takesFractions) else { return nil }
    let shown = model.groupsThousands ? Digits.grouped(number) : number
    return shown == text ? nil : Echo(text: "= \(shown)", style: .muted)
  }
}
