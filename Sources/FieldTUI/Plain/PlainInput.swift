import Dispatch
import Glibc

/// Lines of standard input, read where waiting stalls no task.
struct PlainInput: Sendable {
  private let queue = DispatchQueue(label: "lines")

  /// The next line without its end; nil at the end of the input.
  ///
  /// - Parameter isSecret: Whether a terminal must not show what is typed.
  func line(isSecret: Bool) async -> String? {
    await withCheckedContinuation { continuation in
      queue.async { continuation.resume(returning: Self.read(isSecret: isSecret)) }
    }
  }

  private static func read(isSecret: Bool) -> String? {
    guard isSecret, isatty(STDIN_FILENO) == 1 else { return readLine() }
    var settings = termios()
    guard tcgetattr(STDIN_FILENO, &settings) == 0 else { return readLine() }
    var silent = settings
    silent.c_lflag &= ~tcflag_t(ECHO)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
    defer { tcsetattr(STDIN_FILENO, TCSAFLUSH, &settings) }
    return readLine()
  }
}
