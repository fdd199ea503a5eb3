/// The patterns of `format-date`: `%d/%m/%Y` (ODK XForms, format-date).
enum DatePattern {
  /// Returns the date in the pattern, or nil when the pattern has a letter that has no meaning.
  static func format(_ date: XPathDate, as pattern: String) -> String? {
    var text = ""
    var scalars = pattern.unicodeScalars.makeIterator()
    while let scalar = scalars.next() {
      guard scalar == "%" else {
        text.unicodeScalars.append(scalar)
        continue
      }
      guard let letter = scalars.next() else { return nil }
      guard let field = field(letter, of: date) else { return nil }
      text += field
    }
    return text
  }

  private static func field(_ letter: Unicode.Scalar, of date: XPathDate) -> String? {
    let civil = date.civil
    let minutes = date.millisecond / 60_000
    switch letter {
    case "%": return "%"
    case "Y": return padded(civil.year, 4)
    case "y": return String(padded(civil.year, 4).suffix(2))
    case "m": return padded(civil.month, 2)
    case "n": return String(civil.month)
    case "b": return months[civil.month - 1]
    case "d": return padded(civil.day, 2)
    case "e": return String(civil.day)
    case "H": return padded(minutes / 60, 2)
    case "h": return String(minutes / 60)
    case "M": return padded(minutes % 60, 2)
    case "S": return padded(date.millisecond / 1000 % 60, 2)
    case "3": return padded(date.millisecond % 1000, 3)
    case "a": return weekdays[(date.day % 7 + 11) % 7]
    case "W": return String(isoWeek(of: date))
    default: return nil
    }
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
  /// From Sunday; 1970-01-01 was a Thursday.
  private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]

  /// The week of the year, from Monday to Sunday; the first is the one with 4 January.
  private static func isoWeek(of date: XPathDate) -> Int {
    let weekday = (date.day % 7 + 10) % 7
    let thursday = XPathDate(day: date.day - weekday + 3)
    let yearStart = XPathDate(year: thursday.civil.year, month: 1, day: 1)?.day ?? thursday.day
    return (thursday.day - yearStart) / 7 + 1
  }
}
