import SyncProtocol
import ThaiText

/// A moment as the lists show it: `10/04/2563 17:05`, in Thailand's time.
enum BuddhistTime {
  /// Minutes that Thailand is ahead of UTC, all year.
  static let offset: Int64 = 420

  static func text(_ time: Timestamp) -> String {
    let minutes = time.milliseconds / 60_000 + offset
    let minute = Int(minutes % 1_440)
    let date = day(of: time)
    let clock = "\(twoDigits(minute / 60)):\(twoDigits(minute % 60))"
    return "\(twoDigits(date.day))/\(twoDigits(date.month))/\(date.buddhistYear) \(clock)"
  }

  /// The day in Thailand at a moment.
  static func day(of time: Timestamp) -> CivilDate {
    let minutes = time.milliseconds / 60_000 + offset
    return CivilDate(daysSince1970: Int(minutes / 1_440))
  }

  /// The moment at which a day begins in Thailand.
  static func start(of day: CivilDate) -> Timestamp {
    Timestamp(milliseconds: (Int64(day.daysSince1970) * 1_440 - offset) * 60_000)
  }

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
