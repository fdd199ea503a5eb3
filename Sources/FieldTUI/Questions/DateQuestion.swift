import TerminalKit
import ThaiText

/// A question answered by a day, typed `dd/mm/yyyy` in the Buddhist Era and echoed in words.
enum DateQuestion {
  struct Model: Equatable, Sendable {
    var typed: TypedAnswer.Model
    let precision: DatePrecision
    /// Whether the space bar types today into the empty field.
    let offersToday: Bool

    /// `value` is the stored day: `2020-04-10`.
    init(
      path: String, value: String, precision: DatePrecision = .day, offersToday: Bool = false
    ) {
      typed = TypedAnswer.Model(
        path: path, text: precision.typed(value), limit: 40, isReplacedByTyping: true,
        // With a space, ต.ค. would begin as a 9.
        separators: precision == .moment ? "/-.: " : "/-.")
      self.precision = precision
      self.offersToday = offersToday && precision == .day
    }

    /// Whether today is offered now.
    var isOffering: Bool { offersToday && typed.field.text.isEmpty }
  }

  static func update(
    _ model: inout Model, _ key: Key, _ setting: QuestionSetting
  ) -> [QuestionEffect] {
    if key == .character(" "), model.isOffering {
      TypedAnswer.replace(&model.typed, with: BuddhistDate.numeric(setting.today))
      return []
    }
    let precision = model.precision
    return TypedAnswer.update(&model.typed, key) { text throws(FillPhrase) in
      try precision.read(text, today: setting.today).value
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

  /// A stored day as the page shows it: `วันศุกร์ที่ 10 เมษายน 2563`.
  static func shown(
    _ value: String, in language: Language, precision: DatePrecision = .day
  ) -> String {
    precision.shown(value, isThai: language == .thai)
  }

  static func echo(_ model: Model, _ setting: QuestionSetting) -> Echo {
    func say(_ phrase: FillPhrase, _ style: Style) -> Echo { Echo(phrase, style, setting) }
    if let problem = Echo(problemOf: model.typed, setting) { return problem }
    if model.isOffering { return say(.form(.todayOffered(setting.today)), .muted) }
    do {
      let reading = try model.precision.read(model.typed.field.text, today: setting.today)
      let words = shown(reading.value, in: setting.language, precision: model.precision)
      guard reading.isCommonEra else { return Echo(text: words, style: .success) }
      return say(.commonEra(words, reading.date.year, reading.date.buddhistYear), .warning)
    } catch {
      return say(model.precision.example, .muted)
    }
  }

  static func read(_ text: String, today: CivilDate) throws(FillPhrase) -> DateReading {
    let meant = KeyboardLayout.suggestDigits(for: text, allowing: "/. ") ?? text
    do {
      return try DateReading(meant, today: today)
    } catch {
      switch error {
      case .incomplete: throw .dateIncomplete
      case .unknownMonth(let name): throw .unknownMonth(name)
      case .noSuchDay: throw .noSuchDay
      case .convertedTwice: throw .convertedTwice
      case .unlikelyYear: throw .unlikelyYear
      case .weekday(let actual): throw .otherWeekday(BuddhistDate.full(actual))
      }
    }
  }
}
