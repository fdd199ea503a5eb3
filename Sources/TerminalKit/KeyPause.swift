/// How long no key came: first a short rest, once after keys, then the long waits of an idle program.
struct KeyPause {
  private let rest: Int?
  private let idle: Int
  private var lastKey = ContinuousClock.now
  private var awaitsRest = false
  private var isAfterRest = false

  /// - Parameter rest: Milliseconds; nil where nobody wants to know of a rest.
  init(rest: Int?, idle: Int) {
    self.rest = rest
    self.idle = idle
  }

  /// How many milliseconds to wait now.
  var timeout: Int {
    guard let rest else { return idle }
    if awaitsRest { return max(1, rest - sinceKey) }
    return isAfterRest ? max(1, idle - rest) : idle
  }

  /// Takes note of keys, or of a wake-up without any, which must not put a rest off for ever.
  ///
  /// - Returns: Whether a rest is over now.
  mutating func hasRested(after keys: [Key]) -> Bool {
    guard keys.isEmpty else {
      lastKey = .now
      awaitsRest = rest != nil
      isAfterRest = false
      return false
    }
    guard awaitsRest, let rest, sinceKey >= rest else { return false }
    return timesOut()
  }

  /// Takes note of a wait in which nothing happened.
  ///
  /// - Returns: Whether it was a rest; else the program is idle.
  mutating func timesOut() -> Bool {
    let wasRest = awaitsRest
    awaitsRest = false
    isAfterRest = wasRest
    return wasRest
  }

  private var sinceKey: Int { Int((ContinuousClock.now - lastKey) / .milliseconds(1)) }
}
