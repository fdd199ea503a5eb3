/// Writes a day as Thai papers do, with the year of the Buddhist Era.
public enum BuddhistDate {
  /// Writes `10/04/2563`.
  public static func numeric(_ date: CivilDate) -> String {
    let day = CivilDate.padded(date.day, to: 2)
    let month = CivilDate.padded(date.month, to: 2)
    return "\(day)/\(month)/\(date.buddhistYear)"
  }

  /// Writes `10 เม.ย. 63`.
  public static func short(_ date: CivilDate) -> String {
    let year = CivilDate.padded(date.buddhistYear % 100, to: 2)
    return "\(date.day) \(Calendar.shortMonths[date.month - 1]) \(year)"
  }

  /// Writes `10 เมษายน 2563`.
  public static func long(_ date: CivilDate) -> String {
    "\(date.day) \(Calendar.months[date.month - 1]) \(date.buddhistYear)"
  }

  /// Writes `วันศุกร์ที่ 10 เมษายน 2563`.
  public static func full(_ date: CivilDate) -> String {
    "\(weekday(date))ที่ \(long(date))"
  }

  /// Writes `วันศุกร์`.
  public static func weekday(_ date: CivilDate) -> String { "วัน" + Calendar.weekdays[date.weekday] }

  /// Writes `Friday 10 April 2563 BE`.
  public static func english(_ date: CivilDate) -> String {
    let weekday = Calendar.englishWeekdays[date.weekday]
    return
      "\(weekday) \(date.day) \(Calendar.englishMonths[date.month - 1]) \(date.buddhistYear) BE"
  }
}
