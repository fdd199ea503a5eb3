import Glibc
import TestSupport

/// A process whose standard output is read line by line.
final class TalkingChild {
  private let child: Child
  private let output: UnsafeMutablePointer<FILE>

  /// Starts the program that saves and finishes, behind another one if need be.
  convenience init(arguments: [String]) throws {
    try self.init([Self.program] + arguments)
  }

  init(_ words: [String]) throws {
    var ends: [CInt] = [0, 0]
    guard pipe(&ends) == 0 else { throw SystemFault(action: "make a pipe") }
    defer { close(ends[1]) }
    guard let output = fdopen(ends[0], "r") else { throw SystemFault(action: "read a pipe") }
    self.output = output
    child = try Child(words) { posix_spawn_file_actions_adddup2(&$0, ends[1], STDOUT_FILENO) }
  }

  deinit {
    fclose(output)
  }

  var process: pid_t { child.process }

  static let program = Program(name: "store-kill-child").path

  func lines(count: Int) throws -> [String] {
    try (0..<count).map { _ in try line() ?? { throw SystemFault(action: "hear", code: EPIPE) }() }
  }

  func lines(through last: String) throws -> [String] {
    var lines: [String] = []
    while lines.last != last { lines += try self.lines(count: 1) }
    return lines
  }

  /// What the child had said by the time it died.
  func killAndDrain() throws -> [String] {
    child.signal(SIGKILL)
    let (lines, status) = drain()
    guard status == 128 + SIGKILL else { throw SystemFault(action: "kill", code: status) }
    return lines
  }

  /// Everything that is still said, and how the process ended: its exit status, or 128 and the signal.
  func drain() -> (lines: [String], status: CInt) {
    var lines: [String] = []
    while let next = line() { lines.append(next) }
    return (lines, child.wait())
  }

  func line() -> String? {
    var bytes: UnsafeMutablePointer<CChar>?
    var room = 0
    defer { free(bytes) }
    let count = getline(&bytes, &room, output)
    guard count > 0, let bytes else { return nil }
    return String(cString: bytes).split(separator: "\n").first.map(String.init)
  }
}
