import SyncProtocol
import Synchronization

/// Makes those wait who are wrong again and again.
///
/// The first mistakes are free, for fingers slip; then each doubles the pause, to a quarter of an
/// hour. In memory only: a restart forgives, and no attacker can fill a disk with addresses.
final class Throttle: Sendable {
  /// Mistakes that cost nothing.
  static let free = 10
  /// The longest pause, in seconds.
  static let longest = 15 * 60
  /// After so many milliseconds without one, mistakes are forgotten: an hour.
  private static let memory: Int64 = 3600 * 1000
  private static let most = 10_000

  private struct Mistakes {
    var count = 0
    var last: Timestamp
  }

  private let mistakes = Mutex<[String: Mistakes]>([:])

  /// Does something for `who`, unless they must wait; a ``Problem`` in `wrong` is a mistake.
  ///
  /// Throws ``TooSoon`` without having looked at anything.
  func watch<Value>(
    _ who: String, wrong: Set<Problem>, at now: Timestamp, _ body: () throws -> Value
  ) throws -> Value {
    let left = pause(for: who, at: now)
    guard left <= 0 else { throw TooSoon(seconds: left) }
    do {
      return try body()
    } catch let problem as Problem where wrong.contains(problem) {
      count(who, at: now)
      throw problem
    }
  }

  /// Seconds that are left of a pause.
  private func pause(for who: String, at now: Timestamp) -> Int {
    mistakes.withLock { mistakes in
      guard let known = mistakes[who], known.count >= Self.free else { return 0 }
      let pause = min(1 << min(known.count - Self.free, 20), Self.longest)
      return pause - Int(max(0, now.milliseconds - known.last.milliseconds) / 1000)
    }
  }

  private func count(_ who: String, at now: Timestamp) {
    mistakes.withLock { mistakes in
      if mistakes[who] == nil, mistakes.count >= Self.most {
        mistakes = mistakes.filter { now.milliseconds - $0.value.last.milliseconds < Self.memory }
        // Whoever has ten thousand addresses is not slowed by remembering them.
        if mistakes.count >= Self.most { mistakes = [:] }
      }
      var known = mistakes[who] ?? Mistakes(last: now)
      if now.milliseconds - known.last.milliseconds >= Self.memory { known.count = 0 }
      mistakes[who] = Mistakes(count: known.count + 1, last: now)
    }
  }
}

/// Somebody was wrong too often, and is heard again after so many seconds.
struct TooSoon: Error, Equatable {
  var seconds: Int
}
