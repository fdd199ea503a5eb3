import Glibc
import SurveyForms

/// The clock, the dice and the zone that cases are run with.
enum Surroundings {
  /// - Parameter zone: The name of a time zone, or nil for UTC.
  static func environment(zone: String?) -> SessionEnvironment {
    var environment = SessionEnvironment(
      now: now, zoneOffset: offset(of: zone ?? "UTC"),
      random: { (0..<16).map { _ in UInt8.random(in: .min ... .max) } })
    // What JavaRosa's own stand-in for a telephone answers.
    environment.position = { "no client implementation" }
    return environment.withoutIdentity()
  }

  /// The machine's own zone, and the person that the other side of a comparison has.
  static var replay: SessionEnvironment {
    var properties = ["username": "tester"]
    for name in ["deviceid", "phonenumber", "email", "subscriberid", "simserial"] {
      properties[name] = "device"
    }
    return SessionEnvironment(
      now: now, zoneOffset: localOffset(),
      random: { (0..<16).map { _ in UInt8.random(in: .min ... .max) } }, properties: properties
    ).clearingWhenAsked().withoutIdentity()
  }

  @Sendable private static func now() -> Int64 {
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return Int64(now.tv_sec) * 1000 + Int64(now.tv_nsec) / 1_000_000
  }

  /// Minutes that a zone is ahead of UTC now.
  private static func offset(of zone: String) -> Int {
    setenv("TZ", zone, 1)
    tzset()
    return localOffset()
  }

  private static func localOffset() -> Int {
    var now = time(nil)
    var local = tm()
    localtime_r(&now, &local)
    return local.tm_gmtoff / 60
  }
}
