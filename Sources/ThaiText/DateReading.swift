/// A date as a person typed it, understood.
///
/// The order is always day, month, year; a number of four digits in front is a year. The month may
/// be a word, the day of the week may stand before everything and is then checked, and the year may
/// be of the Buddhist Era, of the Common Era (said in ``isCommonEra``) or its last two digits.
public struct DateReading: Equatable, Sendable {
  /// Why a text is not a date.
  public enum Fault: Error, Equatable, Sendable {
    /// There are not a day, a month and a year in it.
    case incomplete
    /// The word is the name of no month.
    case unknownMonth(String)
    /// The month has no such day, or the year no such month.
    case noSuchDay
    /// The year was converted to the Buddhist Era twice: 3106.
    case convertedTwice
    /// A year that belongs to neither era.
    case unlikelyYear
    /// The day of the week that was typed is not the one of the date.
    case weekday(actual: CivilDate)
  }

  /// The day that was meant.
  public let date: CivilDate
  /// Whether the year was typed in the Common Era, 1800 to 2200.
  public let isCommonEra: Bool

  /// Reads a typed date.
  ///
  /// `today` completes a day and a month typed without a year, and is what วันนี้ and เมื่อวาน mean.
  public init(_ typed: String, today: CivilDate? = nil) throws(Fault) {
    if let today, let date = Self.nearby(typed, today) {
      (self.date, isCommonEra) = (date, false)
      return
    }
    var parts = DateParts(typed)
    let weekday = parts.takeWeekday()
    var fields = parts.fields
    if fields.count == 1, case .number(let digits) = fields[0] { fields = Self.split(digits) }
    if fields.count == 2, let today { fields.append(.number("\(today.buddhistYear)")) }
    guard fields.count == 3 else { throw .incomplete }
    if case .number(let first) = fields[0], first.count == 4 { fields.reverse() }

    guard case .number(let dayText) = fields[0], let day = Int(dayText), dayText.count <= 2,
      case .number(let yearText) = fields[2]
    else { throw .incomplete }
    let month = try Self.month(fields[1])
    (date, isCommonEra) = try Self.date(day: day, month: month, year: yearText)
    if let weekday, weekday != date.weekday { throw .weekday(actual: date) }
  }

  /// The days that have names of their own.
  private static func nearby(_ typed: String, _ today: CivilDate) -> CivilDate? {
    switch ThaiNormalization.normalize(typed).lowercased() {
    case "วันนี้", "today": today
    case "เมื่อวาน", "เมื่อวานนี้", "yesterday": CivilDate(daysSince1970: today.daysSince1970 - 1)
    default: nil
    }
  }

  private static func month(_ field: DateParts.Field) throws(Fault) -> Int {
    switch field {
    case .number(let digits):
      guard let month = Int(digits), digits.count <= 2 else { throw .incomplete }
      return month
    case .word(let name):
      guard let month = Calendar.month(named: name) else { throw .unknownMonth(name) }
      return month
    }
  }

  private static func date(
    day: Int, month: Int, year text: String
  ) throws(Fault) -> (CivilDate, Bool) {
    guard let typed = Int(text), text.count == 2 || text.count == 4 else { throw .incomplete }
    let year = text.count == 2 ? 2500 + typed : typed
    if year >= 2900 { throw .convertedTwice }
    let isCommonEra = (1800...2200).contains(year)
    guard isCommonEra || year >= 2400 else { throw .unlikelyYear }
    let commonYear = isCommonEra ? year : year - 543
    guard let date = CivilDate(year: commonYear, month: month, day: day) else { throw .noSuchDay }
    return (date, isCommonEra)
  }

  /// Splits `10042563` and `100463`, a date typed without separators.
  private static func split(_ digits: String) -> [DateParts.Field] {
    guard digits.count == 8 || digits.count == 6 else { return [.number(digits)] }
    return [
      .number(String(digits.prefix(2))), .number(String(digits.dropFirst(2).prefix(2))),
      .number(String(digits.dropFirst(4))),
    ]
  }
}
