import SurveyForms
import ThaiText

/// How much of a moment a question asks for, by its type and its appearance.
enum DatePrecision: Equatable, Sendable {
  case day
  /// `month-year`: the first day of the month is stored, as ODK Collect stores it.
  case month
  /// `year`: the first of January is stored.
  case year
  /// A `dateTime`.
  case moment

  init(_ question: Question) {
    if question.type == .dateTime {
      self = .moment
    } else if question.appearance.has("month-year") {
      self = .month
    } else {
      self = question.appearance.has("year") ? .year : .day
    }
  }

  /// What is typed, understood: the day, and the clock for a moment.
  struct Reading: Equatable, Sendable {
    var date: CivilDate
    var isCommonEra: Bool
    /// `09:30:00.000+07:00`.
    var clock: String?

    /// As a record has it.
    var value: String { clock.map { "\(date.iso)T\($0)" } ?? date.iso }
  }

  func read(_ text: String, today: CivilDate) throws(FillPhrase) -> Reading {
    switch self {
    case .day: return try Self.day(text, today: today)
    case .month: return try wider(text, than: "1", today: today) { ($0.year, $0.month) }
    case .year: return try wider(text, than: "1/1", today: today) { ($0.year, 1) }
    case .moment:
      let (day, clock) = try Self.split(text)
      var reading = try Self.day(day, today: today)
      reading.clock = try TextQuestion.read(clock, as: .time)
      return reading
    }
  }

  /// A stored value as it is typed.
  func typed(_ value: String) -> String {
    guard let date = CivilDate(iso: value) else { return value }
    switch self {
    case .day: return BuddhistDate.numeric(date)
    case .month: return String(BuddhistDate.numeric(date).dropFirst(3))
    case .year: return String(date.buddhistYear)
    case .moment: return BuddhistDate.numeric(date) + " " + Self.clock(of: value)
    }
  }

  /// A stored value as the page shows it.
  func shown(_ value: String, isThai: Bool) -> String {
    guard let date = CivilDate(iso: value) else { return value }
    let full = isThai ? BuddhistDate.full(date) : BuddhistDate.english(date)
    switch self {
    case .day: return full
    case .month:
      let words = (isThai ? BuddhistDate.long(date) : full).split(separator: " ")
      return words.dropFirst(isThai ? 1 : 2).joined(separator: " ")
    case .year: return isThai ? "พ.ศ. \(date.buddhistYear)" : "\(date.buddhistYear) BE"
    case .moment: return full + " " + Self.clock(of: value) + (isThai ? " น." : "")
    }
  }

  /// How it is typed.
  var example: FillPhrase {
    switch self {
    case .day: .howToTypeDates
    case .month: .form(.howToTypeMonths)
    case .year: .form(.howToTypeYears)
    case .moment: .form(.howToTypeMoments)
    }
  }

  private static func day(_ text: String, today: CivilDate) throws(FillPhrase) -> Reading {
    let reading = try DateQuestion.read(text, today: today)
    return Reading(date: reading.date, isCommonEra: reading.isCommonEra)
  }

  /// Reads a month or a year; a whole date typed instead is cut down to it.
  private func wider(
    _ text: String, than missing: String, today: CivilDate,
    _ first: (CivilDate) -> (year: Int, month: Int)
  ) throws(FillPhrase) -> Reading {
    let meant = KeyboardLayout.suggestDigits(for: text, allowing: "/. ") ?? text
    let isNumber = Digits.ascii(meant).unicodeScalars.first?.properties.numericType != nil
    let separator = isNumber || missing.contains("/") ? "/" : " "
    var reading: Reading
    do {
      reading = try Self.day(missing + separator + meant, today: today)
    } catch {
      // What was typed may be a whole day; if it is none, its own reason is the one to say.
      reading = try Self.day(meant, today: today)
    }
    let (year, month) = first(reading.date)
    guard let date = CivilDate(year: year, month: month, day: 1) else { throw .noSuchDay }
    reading.date = date
    return reading
  }

  /// Takes the clock off the end of a text, `10/4/2563 9:30` for one.
  private static func split(_ text: String) throws(FillPhrase) -> (day: String, clock: String) {
    var words = Digits.ascii(text).split(separator: " ")
    if words.last == "น." || words.last == "น" { words.removeLast() }
    guard words.count > 1, let clock = words.last, clock.contains(where: { $0 == ":" || $0 == "." })
    else { throw .form(.momentNeedsTime) }
    return (words.dropLast().joined(separator: " "), String(clock))
  }

  /// The hours and minutes of a stored moment.
  private static func clock(of value: String) -> String {
    String(value.drop { $0 != "T" }.dropFirst().prefix(5))
  }
}
