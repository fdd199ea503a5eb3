import SQLiteKit
import SyncProtocol

/// How long one must wait after wrong passphrases (reliability, 3.2).
///
/// It slows whoever sits at the laptop. Against whoever has taken the disk no counter helps; there
/// the cost of each try is the control.
enum SignInPause {
  /// Wrong tries that cost nothing.
  static let free = 3

  /// The longest pause, in seconds: nobody is locked out for good by a neighbour's mischief.
  static let longest = 15 * 60

  /// Seconds after so many wrong tries in a row.
  static func seconds(after failures: Int) -> Int {
    guard failures >= free else { return 0 }
    return min(1 << min(failures - free, 20), longest)
  }
}

extension SurveyStore {
  /// Does a step that opens something with a passphrase, and counts the wrong ones.
  func throttled<Value>(
    _ person: Int64, _ step: (Connection) throws -> Value
  ) throws(StoreError) -> Value {
    try perform { connection in try requirePause(person, connection) }
    do {
      let value = try perform(step)
      try forgetFailures(of: person)
      return value
    } catch .wrongPassphrase {
      // On a disk that takes no more, a wrong passphrase is still what the person must be told.
      try? change { connection in
        try connection.run(
          """
          INSERT INTO attempt (person, failures, last) VALUES (\(person), 1, \(ambient.now()))
          ON CONFLICT (person) DO UPDATE SET failures = failures + 1, last = excluded.last
          """)
        try note(.refusedPassphrase, by: person, connection)
      }
      throw .wrongPassphrase
    }
  }

  private func requirePause(_ person: Int64, _ connection: Connection) throws {
    let attempt = try connection.first(
      "SELECT failures, last FROM attempt WHERE person = \(person)"
    ) { (failures: try $0.int(0), last: try $0.time(1)) }
    guard let attempt else { return }
    let pause = SignInPause.seconds(after: attempt.failures)
    let passed = (ambient.now().milliseconds - attempt.last.milliseconds) / 1000
    // A clock that was set back must not make the pause longer than it ever was.
    let left = pause - Int(max(0, passed))
    guard left <= 0 else { throw StoreError.tooSoon(seconds: left) }
  }

  private func forgetFailures(of person: Int64) throws(StoreError) {
    let known = try perform { connection in
      try connection.number("SELECT count(*) FROM attempt WHERE person = \(person)") ?? 0
    }
    guard known > 0 else { return }
    // Whoever knows the passphrase gets in, also when the disk takes no more.
    try? change { connection in
      try connection.run("DELETE FROM attempt WHERE person = \(person)")
    }
  }
}
