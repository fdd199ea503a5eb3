import Glibc
import TestSupport

/// A process whose standard output is read line by line.
final class Child {
  let process: pid_t
  private let output: UnsafeMutablePointer<FILE>

  /// Starts the program that saves and finishes, behind another one if need be.
  convenience init(arguments: [String]) throws {
    try self.init([try Self.program()] + arguments)
  }

  init(_ words: [String]) throws {
    var ends: [CInt] = [0, 0]
    guard pipe(&ends) == 0 else { throw Failure(number: errno) }
    defer { close(ends[1]) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    // Another child, started in the same moment, must not keep the pipe open.
    closeInheritedDescriptors(&actions)
    let program = words[0]
    let words = words.map { strdup($0) }
    defer { words.forEach { free($0) } }
    var process: pid_t = 0
    let result = posix_spawn(&process, program, &actions, nil, words + [nil], environ)
    guard result == 0, let output = fdopen(ends[0], "r") else { throw Failure(number: result) }
    self.process = process
    self.output = output
  }

  deinit {
    fclose(output)
  }

  func lines(count: Int) throws -> [String] {
    try (0..<count).map { _ in try line() ?? { throw Failure(number: EPIPE) }() }
  }

  func lines(through last: String) throws -> [String] {
    var lines: [String] = []
    while lines.last != last {
      guard let next = try line() else { throw Failure(number: EPIPE) }
      lines.append(next)
    }
    return lines
  }

  /// What the child had said by the time it died.
  func killAndDrain() throws -> [String] {
    kill(process, SIGKILL)
    var status: CInt = 0
    guard waitpid(process, &status, 0) == process, status & 0x7F == SIGKILL else {
      throw Failure(number: status)
    }
    var lines: [String] = []
    while let next = try line() { lines.append(next) }
    return lines
  }

  /// Everything that is still said, and how the process ended: its status as `waitpid` gives it.
  func drain() throws -> (lines: [String], status: CInt) {
    var lines: [String] = []
    while let next = try line() { lines.append(next) }
    var status: CInt = 0
    guard waitpid(process, &status, 0) == process else { throw Failure(number: errno) }
    return (lines, status)
  }

  func line() throws -> String? {
    var bytes: UnsafeMutablePointer<CChar>?
    var room = 0
    defer { free(bytes) }
    let count = getline(&bytes, &room, output)
    guard count > 0, let bytes else { return nil }
    return String(cString: bytes).split(separator: "\n").first.map(String.init)
  }

  static func program() throws -> String { try folder() + "/store-kill-child" }

  private static func folder() throws -> String {
    var path = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &path, path.count - 1)
    guard count > 0 else { throw Failure(number: errno) }
    let text = String(decoding: path.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
    return text.split(separator: "/").dropLast().map { "/" + $0 }.joined()
  }

  struct Failure: Error { var number: CInt }
}
