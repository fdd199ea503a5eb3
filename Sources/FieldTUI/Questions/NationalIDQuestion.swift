import TerminalKit
import ThaiText

/// A question answered by a national ID: grouped while it is typed, its registry office beside it.
///
/// The field holds the digits only; the dashes are drawn. Nothing is refused here: what the form
/// demands of the number, the form says.
enum NationalIDQuestion {
  struct Model: Equatable, Sendable {
    var typed: TypedAnswer.Model

    init(path: String, value: String) {
      typed = TypedAnswer.Model(path: path, text: value, limit: 20, separators: "- ")
    }

    /// The typed digits in ASCII, or nil when something else was typed, such as a G-code.
    var digits: String? {
      let text = typed.field.text
      let meant = Digits.ascii(KeyboardLayout.suggestDigits(for: text) ?? text)
      let digits = meant.filter { $0 != "-" && $0 != " " }
      return digits.utf8.allSatisfy { (0x30...0x39).contains($0) } ? digits : nil
    }
  }

  static func update(_ model: inout Model, _ key: Key) -> [QuestionEffect] {
    let digits = model.digits
    if case .character("-") = key, digits?.isEmpty == false, isASCII(model),
      !model.typed.isTranslated
    {
      return []
    }
    return TypedAnswer.update(&model.typed, key) { text throws(FillPhrase) in digits ?? text }
  }

  static func height(_ model: Model, width: Int, _ setting: QuestionSetting) -> Int {
    field(model, setting).height(width: width)
  }

  static func view(
    _ model: Model, _ setting: QuestionSetting, in area: Rect, on grid: inout Grid
  ) -> Point? {
    guard isASCII(model) else { return field(model, setting).view(in: area, on: &grid) }
    return field(model, setting).view(in: area, on: &grid) { area, grid in
      grid.drawRow(NationalID.grouping(model.typed.field.text), in: area, style: .focus)
      let before = model.typed.field.text.prefix(model.typed.field.cursor)
      return area.point(0, NationalID.grouping(before + "0").count - 1)
    }
  }

  private static func field(_ model: Model, _ setting: QuestionSetting) -> EchoedField {
    EchoedField(model.typed, echo(model, setting))
  }

  /// The number as it is shown when the question is not in focus.
  static func masked(_ value: String) -> String {
    let digits = Digits.ascii(value).filter { $0 != "-" && $0 != " " }
    let hidden = max(0, digits.count - 4)
    return NationalID.grouping(String(repeating: "*", count: hidden) + digits.suffix(4))
  }

  static func echo(_ model: Model, _ setting: QuestionSetting) -> Echo {
    func say(_ phrase: FillPhrase, _ style: Style) -> Echo { Echo(phrase, style, setting) }
    if let problem = Echo(problemOf: model.typed, setting) { return problem }
    guard let digits = model.digits else { return say(.idNotDigits, .muted) }
    guard digits.count >= 5 else { return say(.idDigits(digits.count), .muted) }
    let office = office(of: digits, setting)
    do {
      let number = try NationalID(digits)
      if number.isFiller { return say(.idFiller, .warning) }
      return office.map { say(.idOffice($0), .success) } ?? say(.idOfficeUnknown, .warning)
    } catch .checkDigit {
      return say(.idCheckDigit, .problem)
    } catch .reserved {
      return say(.idReserved, .problem)
    } catch {
      return office.map { say(.idDigitsOffice(digits.count, $0), .muted) }
        ?? say(.idDigits(digits.count), .muted)
    }
  }

  private static func office(of digits: String, _ setting: QuestionSetting) -> String? {
    setting.areas?.registryOffice(String(digits.dropFirst().prefix(4)), in: setting.language)
  }

  private static func isASCII(_ model: Model) -> Bool {
    model.typed.field.text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
