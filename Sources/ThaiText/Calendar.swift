/// The names of months and days of the week, in Thai and in English.
enum Calendar {
  static let months = [
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
    "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
  ]
  static let shortMonths = [
    "ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.",
    "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.",
  ]
  static let englishMonths = [
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
  ]
  static let weekdays = ["อาทิตย์", "จันทร์", "อังคาร", "พุธ", "พฤหัสบดี", "ศุกร์", "เสาร์"]
  private static let shortWeekdays = ["อา", "จ", "อ", "พ", "พฤ", "ศ", "ส"]
  static let englishWeekdays = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]

  /// Finds a month by its full or short name, with or without dots, in either language.
  static func month(named name: String) -> Int? {
    let name = name.filter { $0 != "." }.lowercased()
    for index in 0..<12 {
      let english = englishMonths[index].lowercased()
      let short = shortMonths[index].filter { $0 != "." }
      if name == months[index] || name == short || name == english { return index + 1 }
      if name.count == 3, english.hasPrefix(name) { return index + 1 }
    }
    return nil
  }

  /// Finds a day of the week by its full or short name, without วัน; 0 is Sunday.
  static func weekday(named name: String) -> Int? {
    let name = name.filter { $0 != "." }.lowercased()
    if name == "พฤหัส" { return 4 }
    return weekdays.firstIndex(of: name) ?? shortWeekdays.firstIndex(of: name)
      ?? englishWeekdays.firstIndex {
        $0.lowercased() == name || name.count == 3 && $0.lowercased().hasPrefix(name)
      }
  }
}
