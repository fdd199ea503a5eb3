import ThaiText

/// Answers about days, as they are typed and as they are written.
enum ThaiDates {
  static func reading(_ question: JSON) -> JSON {
    let typed = question["in"]?.string ?? ""
    let reading = try? DateReading(typed)  // why it is no day, the file does not ask
    return ["in": .text(typed), "iso": .optional(reading?.date.iso)]
  }

  static func formats(_ question: JSON) -> JSON {
    let iso = question["iso"]?.string ?? ""
    guard let date = CivilDate(iso: iso) else { return ["iso": .text(iso)] }
    return [
      "iso": .text(iso),
      "long_thai": .text(Digits.thai(BuddhistDate.long(date))),
      "short": .text(BuddhistDate.short(date)),
      "numeric": .text(BuddhistDate.numeric(date)),
      "weekday": .text(BuddhistDate.weekday(date)),
    ]
  }
}
