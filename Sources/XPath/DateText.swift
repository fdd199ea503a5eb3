/// Dates and times as text (ISO 8601).
extension XPathDate {
  /// Reads `2020-04-10`, or with a time `2020-04-10T09:30:00.000+07:00`.
  ///
  /// - Parameter zoneOffset: Local time minus UTC, in minutes; a time that names a zone is moved to
  ///   it.
  public init?(_ text: String, zoneOffset: Int) {
    let halves = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard let day = XPathDate.day(halves[0]) else { return nil }
    self = day
    guard halves.count == 2 else { return }
    guard let time = ClockTime(halves[1]) else { return nil }
    millisecond = time.millisecond
    if let zone = time.zone { move(byMinutes: zoneOffset - zone) }
  }

  /// Reads `09:30:00.000+07:00`: a time on the first day there is.
  ///
  /// - Parameter zoneOffset: As for a date; the day may change when the time is moved.
  public init?(time text: String, zoneOffset: Int) {
    guard let time = ClockTime(text[...]) else { return nil }
    self.init(day: 0, millisecond: time.millisecond)
    if let zone = time.zone { move(byMinutes: zoneOffset - zone) }
  }

  private static func day(_ text: Substring) -> XPathDate? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let year = whole(parts[0]), let month = whole(parts[1]),
      let day = whole(parts[2])
    else { return nil }
    return XPathDate(year: year, month: month, day: day)
  }

  private mutating func move(byMinutes minutes: Int) {
    let local = day * 86_400_000 + millisecond + minutes * 60_000
    day = floorDivide(local, 86_400_000)
    millisecond = local - day * 86_400_000
  }
}

/// A time of day as it is written, with the zone it names.
private struct ClockTime {
  var millisecond: Int
  /// Minutes east of UTC, if the text says so.
  var zone: Int?

  init?(_ text: Substring) {
    var clock = text
    if text.last == "Z" {
      clock = text.dropLast()
      zone = 0
    } else if let sign = text.firstIndex(where: { $0 == "+" || $0 == "-" }) {
      clock = text[..<sign]
      guard let offset = ClockTime.offset(text[text.index(after: sign)...]) else { return nil }
      zone = text[sign] == "-" ? -offset : offset
    }
    guard let time = ClockTime.milliseconds(clock) else { return nil }
    millisecond = time
  }

  private static func offset(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard let hours = whole(parts[0]), hours <= 14 else { return nil }
    guard parts.count > 1 else { return hours * 60 }
    guard let minutes = whole(parts[1]), minutes < 60 else { return nil }
    return hours * 60 + minutes
  }

  private static func milliseconds(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, let hour = whole(parts[0]), hour < 24,
      let minute = whole(parts[1]), minute < 60
    else { return nil }
    let start = (hour * 60 + minute) * 60_000
    guard parts.count == 3 else { return start }
    let seconds = parts[2].split(separator: ".", omittingEmptySubsequences: false)
    guard seconds.count <= 2, let second = whole(seconds[0]), second < 60 else { return nil }
    guard seconds.count == 2 else { return start + second * 1000 }
    let digits = (seconds[1] + "000").prefix(3)
    guard seconds[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }), let fraction = whole(digits)
    else { return nil }
    return start + second * 1000 + fraction
  }
}

/// A number of up to nine digits, without a sign.
private func whole(_ text: Substring) -> Int? {
  guard (1...9).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) })
  else { return nil }
  return Int(text)
}
