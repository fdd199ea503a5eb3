import Glibc

/// Rouses a thread that waits for keys: other threads and signals write a letter into it.
struct WakeupPipe: Sendable {
  enum Signal: UInt8 {
    case wake = 0x77  // w
    case resize = 0x72  // r
    case terminate = 0x74  // t
  }

  private let reading: CInt
  let writing: CInt

  /// Makes the pipe, whose ends stay open for the rest of the process; nil when there are no descriptors.
  init?() {
    var ends: [CInt] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    (reading, writing) = (ends[0], ends[1])
  }

  var waker: @Sendable () -> Void {
    let end = writing
    return {
      var letter = Signal.wake.rawValue
      // A full pipe means that a wake-up is waiting already.
      _ = write(end, &letter, 1)
    }
  }

  enum Outcome {
    /// There may be keys; with the letters that came.
    case roused(Set<Signal>)
    case timedOut
    /// The terminal was closed.
    case gone
  }

  /// Waits for the keyboard or a letter.
  func wait(timeout: Int?) -> Outcome {
    var watched = [
      pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
      pollfd(fd: reading, events: Int16(POLLIN), revents: 0),
    ]
    // An interrupted poll is a wake-up like any other: the caller draws and waits again.
    guard poll(&watched, nfds_t(watched.count), CInt(timeout ?? -1)) != 0 else { return .timedOut }
    let gone = Int16(POLLHUP | POLLERR | POLLNVAL)
    if watched[0].revents & gone != 0 { return .gone }
    return .roused(watched[1].revents == 0 ? [] : letters())
  }

  /// Waits for a letter alone.
  func letters(timeout: Int) -> Set<Signal> {
    var watched = pollfd(fd: reading, events: Int16(POLLIN), revents: 0)
    // Interrupted or timed out: the caller looks whether it has what it waits for.
    guard poll(&watched, 1, CInt(timeout)) > 0 else { return [] }
    return letters()
  }

  /// Takes what has come.
  func letters() -> Set<Signal> {
    var buffer = [UInt8](repeating: 0, count: 64)
    var signals: Set<Signal> = []
    while case let count = read(reading, &buffer, buffer.count), count > 0 {
      signals.formUnion(buffer[..<count].compactMap(Signal.init))
    }
    return signals
  }
}
