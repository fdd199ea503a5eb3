/// A day of the calendar, and a time of that day, as the clock on the wall shows them.
public struct XPathDate: Hashable, Sendable {
  /// Days since 1970-01-01, in local time.
  public var day: Int
  /// Milliseconds since local midnight, 0 ..< 86,400,000.
  public var millisecond: Int

  public init(day: Int, millisecond: Int = 0) {
    self.day = day
    self.millisecond = millisecond
  }

  /// The moment, as the wall clock shows it that far from UTC.
  ///
  /// - Parameter zoneOffset: Local time minus UTC, in minutes.
  public init(milliseconds: Int64, zoneOffset: Int) {
    let local = Int(milliseconds) + zoneOffset * 60_000
    day = floorDivide(local, 86_400_000)
    millisecond = local - day * 86_400_000
  }

  /// The day as `2020-04-10`.
  public var text: String {
    let date = civil
    return padded(date.year, 4) + "-" + padded(date.month, 2) + "-" + padded(date.day, 2)
  }
}

func floorDivide(_ a: Int, _ b: Int) -> Int {
  let (quotient, remainder) = a.quotientAndRemainder(dividingBy: b)
  return remainder < 0 ? quotient - 1 : quotient
}

/// The number with zeros in front, up to a width.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number.magnitude)
  let zeros = String(repeating: "0", count: max(0, width - digits.count))
  return (number < 0 ? "-" : "") + zeros + digits
}

extension XPathDate {
  /// Year, month and day in the Gregorian calendar, extended before 1582.
  public struct Civil: Hashable, Sendable {
    public var year: Int
    public var month: Int
    public var day: Int
  }

  /// The day of a calendar date, or nil when the calendar has no such date.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, day <= XPathDate.days(inMonth: month, of: year)
    else { return nil }
    // Years begin in March here, so that the leap day is the last day of a year.
    let shifted = month <= 2 ? year - 1 : year
    let era = floorDivide(shifted, 400)
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    self.init(day: era * 146_097 + dayOfEra - 719_468)
  }

  /// The calendar date of the day.
  public var civil: Civil {
    let shifted = day + 719_468
    let era = floorDivide(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let year = yearOfEra + era * 400
    return Civil(
      year: month >= 10 ? year + 1 : year, month: month < 10 ? month + 3 : month - 9,
      day: dayOfYear - (153 * month + 2) / 5 + 1)
  }

  static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}
