import Glibc
import Synchronization

/// Until when each open connection must have got on with its request.
///
/// The library's own timeout counts idle time only: one byte every few seconds holds a connection
/// for ever. A connection that is past its deadline is shut down, and the library then closes it.
final class ConnectionDeadlines: Sendable {
  private let deadlines = Mutex<[CInt: ContinuousClock.Instant]>([:])

  func set(_ deadline: ContinuousClock.Instant, for socket: CInt) {
    deadlines.withLock { $0[socket] = deadline }
  }

  /// Must be called before the socket is closed: its number may be given out again.
  func remove(_ socket: CInt) {
    deadlines.withLock { $0[socket] = nil }
  }

  /// Shuts down what is late, and returns how many that were.
  @discardableResult
  func sweep(now: ContinuousClock.Instant) -> Int {
    deadlines.withLock { deadlines in
      let late = deadlines.filter { $0.value <= now }.keys
      for socket in late {
        shutdown(socket, CInt(SHUT_RDWR))
        deadlines[socket] = nil
      }
      return late.count
    }
  }
}
