import Dispatch
import TerminalKit

/// Tells the screens about work that takes longer than half a second, until it is done.
enum LongWork {
  /// Does the work and mails, after half a second and then every second, how long it has taken.
  static func watched<Value: Sendable>(
    _ mailbox: Mailbox<AppMessage>, _ work: () async throws -> Value
  ) async rethrows -> Value {
    let start = ContinuousClock.now
    let timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "long work"))
    timer.schedule(deadline: .now() + 0.5, repeating: 1)
    timer.setEventHandler { mailbox.send(.working(seconds: Int((.now - start) / .seconds(1)))) }
    // On the timer's own queue, so that it comes after the last of them.
    timer.setCancelHandler {
      if .now - start > .milliseconds(500) { mailbox.send(.working(seconds: nil)) }
    }
    timer.activate()
    defer { timer.cancel() }
    return try await work()
  }
}
