import Glibc
import TerminalKit
import TestSupport

/// A program on a pseudo-terminal of its own, every byte of which goes through a ``StrictTerminal``.
final class Pty {
  private let master: CInt
  let child: Child
  private(set) var screen: StrictTerminal
  /// How many bytes came out so far.
  private(set) var taken = 0
  private var hasEnded = false

  init(_ words: [String], size: Size, environment: [String: String] = [:]) throws {
    let (master, terminal) = try openPseudoTerminal()
    self.master = master
    var window = winsize(
      ws_row: UInt16(size.rows), ws_col: UInt16(size.columns), ws_xpixel: 0, ws_ypixel: 0)
    guard ioctl(master, UInt(TIOCSWINSZ), &window) == 0 else {
      throw SystemFault(action: "set the size of a pseudo-terminal")
    }
    screen = StrictTerminal(size: size, speech: try CursesSpeech(of: "xterm-256color"))
    var variables = ["TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]
    variables["LD_LIBRARY_PATH"] = getenv("LD_LIBRARY_PATH").map { String(cString: $0) }
    variables.merge(environment) { _, given in given }
    child = try Child(words, environment: variables.map { "\($0.key)=\($0.value)" }) { actions in
      for descriptor in 0...2 as ClosedRange<CInt> {
        posix_spawn_file_actions_addopen(&actions, descriptor, terminal, O_RDWR | O_NOCTTY, 0)
      }
    }
  }

  deinit { close(master) }

  /// Whether the terminal shows what is typed.
  var isEchoing: Bool {
    var settings = termios()
    return tcgetattr(master, &settings) == 0 && settings.c_lflag & tcflag_t(ECHO) != 0
  }

  /// Types; bytes that are no text are typed too.
  func type(_ bytes: some Sequence<UInt8>) throws {
    var rest = Array(bytes)[...]
    while !rest.isEmpty {
      // A terminal takes a few kilobytes at once; what it says meanwhile has to be read.
      let piece = Array(rest.prefix(512))
      let count = write(master, piece, piece.count)
      guard count > 0 else { throw SystemFault(action: "type") }
      rest = rest.dropFirst(count)
      if !rest.isEmpty { try read(milliseconds: 0) }
    }
  }

  func type(_ text: String) throws { try type(text.utf8) }

  /// Waits until the screen satisfies a condition.
  ///
  /// - Throws: ``Screen/Missing`` after about a minute in which nothing more came.
  func wait(for wanted: String, until isThere: (StrictTerminal) -> Bool) throws {
    var quiet = 0
    while !isThere(screen) {
      quiet = try read(milliseconds: 100) ? 0 : quiet + 1
      guard quiet < 600, !hasEnded else {
        throw Screen.Missing(wanted: wanted, screen: screen.text)
      }
    }
  }

  func wait(for wanted: String) throws { try wait(for: wanted) { $0.text.contains(wanted) } }

  /// Reads until the program has said nothing for so long.
  func settle(milliseconds: CInt = 30) throws { while try read(milliseconds: milliseconds) {} }

  /// Reads until the program has ended, and returns its status.
  func readToTheEnd() throws -> Int32 {
    while !hasEnded { try read(milliseconds: 1_000) }
    return child.wait()
  }

  /// Waits for more and takes it; whether something came.
  @discardableResult
  private func read(milliseconds: CInt) throws -> Bool {
    var watched = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&watched, 1, milliseconds) > 0 else { return false }
    let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
      count = max(0, Glibc.read(master, buffer.baseAddress, buffer.count))
    }
    hasEnded = bytes.isEmpty
    taken += bytes.count
    try screen.take(bytes)
    return !hasEnded
  }
}
