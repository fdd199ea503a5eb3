import Dispatch
import Glibc
import Synchronization

/// Lines of standard input, read where waiting stalls no task.
final class PlainInput: Sendable {
  enum Line: Equatable, Sendable {
    case text(String)
    /// Bytes that are no UTF-8.
    case noText
    /// The input ended before this line did: nobody pressed Enter.
    case unfinished
    case end
  }

  private let queue = DispatchQueue(label: "lines")
  private let descriptor: CInt
  private let ahead = Mutex(PlainBytes())

  init(_ descriptor: CInt = STDIN_FILENO) { self.descriptor = descriptor }

  /// The next line without its end.
  ///
  /// - Parameter isSecret: Whether a terminal must not show what is typed.
  func line(isSecret: Bool) async -> Line {
    await withCheckedContinuation { continuation in
      queue.async { [self] in continuation.resume(returning: read(isSecret: isSecret)) }
    }
  }

  /// Whether somebody at a terminal has typed on, so that what is being said can stop.
  func isWaiting() -> Bool {
    guard isatty(descriptor) == 1 else { return false }
    // What was said is to have arrived, or there would be nothing left to interrupt.
    if isatty(STDOUT_FILENO) == 1 { tcdrain(STDOUT_FILENO) }
    var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return ahead.withLock { $0.hasLine } || Glibc.poll(&poll, 1, 0) > 0
  }

  private func read(isSecret: Bool) -> Line {
    let silence = isSecret ? PlainSilence(descriptor) : nil
    defer { silence?.end() }
    return ahead.withLock { bytes in
      while !bytes.hasLine, bytes.readOn(descriptor) {}
      return bytes.next()
    }
  }
}

/// What was read and not taken yet.
private struct PlainBytes: Sendable {
  private var bytes: [UInt8] = []
  private var start = 0
  /// As far as no end of a line was found.
  private var searched = 0
  private var isAtStart = true

  var hasLine: Bool {
    mutating get {
      while searched < bytes.count {
        if bytes[searched] == 0x0A { return true }
        searched += 1
      }
      return false
    }
  }

  /// Waits for more; false when nothing comes any more.
  mutating func readOn(_ descriptor: CInt) -> Bool {
    if start > 0 {
      bytes.removeFirst(start)
      (searched, start) = (searched - start, 0)
    }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    var count = read(descriptor, &buffer, buffer.count)
    while count < 0, errno == EINTR { count = read(descriptor, &buffer, buffer.count) }
    guard count > 0 else { return false }
    bytes += buffer.prefix(count)
    return true
  }

  mutating func next() -> PlainInput.Line {
    guard hasLine else {
      let isLeft = start < bytes.count
      (bytes, start, searched) = ([], 0, 0)
      return isLeft ? .unfinished : .end
    }
    var line = bytes[start..<searched]
    start = searched + 1
    searched = start
    if line.last == 0x0D { line.removeLast() }
    // Windows puts a mark before a text.
    if isAtStart, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
    isAtStart = false
    return String(validating: line, as: UTF8.self).map(PlainInput.Line.text) ?? .noText
  }
}
