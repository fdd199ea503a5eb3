import Dispatch
import Glibc
import Synchronization

/// Notices that the laptop was asleep: of two clocks of the system one goes on meanwhile.
///
/// See `clock_gettime`, `CLOCK_BOOTTIME` and `CLOCK_MONOTONIC`.
final class SuspendWatch: Sendable {
  /// The clocks drift apart by less than this unless the machine slept, in milliseconds.
  private static let tolerance: Int64 = 1_000

  private let asleep: @Sendable () -> Int64
  private let known: Mutex<Int64>

  /// - Parameter asleep: How long the machine has slept since it was started, in milliseconds.
  init(asleep: @escaping @Sendable () -> Int64 = SuspendWatch.timeAsleep) {
    self.asleep = asleep
    known = Mutex(asleep())
  }

  /// Tells whether the machine slept since this was asked for the last time.
  func didSleep() -> Bool {
    let now = asleep()
    return known.withLock { known in
      defer { known = now }
      return now - known > Self.tolerance
    }
  }

  /// Looks every two seconds until what it returns is cancelled, and says so each time.
  func start(_ woke: @escaping @Sendable () -> Void) -> any DispatchSourceTimer {
    let timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "suspend"))
    timer.schedule(deadline: .now() + 2, repeating: 2, leeway: .seconds(1))
    timer.setEventHandler { if self.didSleep() { woke() } }
    timer.activate()
    return timer
  }

  static func timeAsleep() -> Int64 { milliseconds(CLOCK_BOOTTIME) - milliseconds(CLOCK_MONOTONIC) }

  private static func milliseconds(_ clock: clockid_t) -> Int64 {
    var time = timespec()
    // Fails only for a clock that does not exist; then the two never differ.
    clock_gettime(clock, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }
}
