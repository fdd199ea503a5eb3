import TerminalKit
import ThaiText

/// A question answered in words, or in digits that are no number: a name, a telephone, a postcode.
enum TextQuestion {
  /// What kind of text is meant.
  enum Kind: Equatable, Sendable {
    case words, digits, phone, time
    /// Dots are shown instead of what is typed.
    case masked
    case place(Coordinates.Kind)
  }

  struct Model: Equatable, Sendable {
    var typed: TypedAnswer.Model
    let kind: Kind

    init(path: String, value: String, kind: Kind) {
      typed = TypedAnswer.Model(
        path: path, text: Self.typed(value, kind), isSecret: kind == .masked,
        separators: Self.separators(kind))
      self.kind = kind
    }

    private static func separators(_ kind: Kind) -> String? {
      switch kind {
      case .words, .masked, .place: nil
      case .digits, .phone: "- "
      case .time: ".: "
      }
    }

    private static func typed(_ value: String, _ kind: Kind) -> String {
      switch kind {
      case .words, .digits, .phone, .masked: value
      case .time: String(value.prefix(5))
      case .place: Coordinates.typed(value)
      }
    }
  }

  static func update(_ model: inout Model, _ key: Key) -> [QuestionEffect] {
    if key == .function(5), let meant = suggestion(for: model) {
      TypedAnswer.replace(&model.typed, with: meant)
      return []
    }
    let kind = model.kind
    return TypedAnswer.update(&model.typed, key) { text throws(FillPhrase) in
      try read(text, as: kind)
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

  /// The field, which grows with what is typed, and a remark when there is one.
  private static func field(_ model: Model, _ setting: QuestionSetting) -> EchoedField {
    EchoedField(model.typed, echo(model, setting)).wide(grows: true)
  }

  static func read(_ text: String, as kind: Kind) throws(FillPhrase) -> String {
    switch kind {
    case .words, .masked: text
    case .digits: Digits.ascii(KeyboardLayout.suggestDigits(for: text) ?? text)
    case .phone: phone(KeyboardLayout.suggestDigits(for: text) ?? text)
    case .time: try time(text)
    case .place(let kind): try Coordinates.read(text, as: kind)
    }
  }

  /// A number as it is dialled here, its extension behind it; what is none, or says more than a
  /// number, stays for the form to judge.
  private static func phone(_ text: String) -> String {
    let number = PhoneNumber(text)
    return number.kind != nil && !number.hasOtherWords ? number.kept : Digits.ascii(text)
  }

  /// Reads `9.30`, `09:30` or `๙.๓๐ น.` as `09:30:00.000+07:00`.
  private static func time(_ text: String) throws(FillPhrase) -> String {
    let parts = Digits.ascii(text).split { !$0.isNumber }.compactMap { Int($0) }
    guard (1...2).contains(parts.count), (0..<24).contains(parts[0]),
      parts.count == 1 || (0..<60).contains(parts[1])
    else { throw .notATime }
    let padded = [parts[0], parts.count == 2 ? parts[1] : 0].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(padded[0]):\(padded[1]):00.000+07:00"
  }

  private static func echo(_ model: Model, _ setting: QuestionSetting) -> Echo? {
    if let problem = Echo(problemOf: model.typed, setting) { return problem }
    if let meant = suggestion(for: model) {
      return Echo(.meantThai(meant), .accent, setting)
    }
    if case .place(let kind) = model.kind { return echo(of: model, as: kind, setting) }
    if model.typed.isTranslated { return .fromThaiRow(setting) }
    guard model.kind == .phone else { return nil }
    let number = PhoneNumber(model.typed.field.text)
    guard number.kind != nil, !number.hasOtherWords, number.grouped != model.typed.field.text
    else { return nil }
    return Echo(text: number.grouped, style: .muted)
  }

  private static func echo(
    of model: Model, as kind: Coordinates.Kind, _ setting: QuestionSetting
  ) -> Echo {
    // What cannot be read yet is said when the person goes on, not while he types.
    guard let value = try? Coordinates.read(model.typed.field.text, as: kind),
      let words = Coordinates.words(value, as: kind)
    else {
      let howTo: FormPhrase = kind == .point ? .howToPoint : .howToPoints
      return Echo(.form(howTo), .muted, setting)
    }
    return Echo(.form(words), .success, setting)
  }

  private static func suggestion(for model: Model) -> String? {
    guard model.typed.isDirty, model.kind == .words else { return nil }
    return KeyboardLayout.suggestThai(for: model.typed.field.text)
  }
}
