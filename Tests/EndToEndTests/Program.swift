import Glibc
import TestSupport

/// A program of the package, run as its users run it.
///
/// The programs lie beside the test runner, where the build put them.
struct Program {
  var name: String
  var environment: [String: String] = [:]

  /// What a finished run left behind.
  struct Outcome: Equatable {
    var status: Int32
    var output: String
    var errors: String
  }

  var path: String {
    if name.contains("/") { return name }
    return Program.buildFolder + "/" + name
  }

  /// The folder of the test runner's own executable.
  static let buildFolder: String = {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    let path = String(
      decoding: buffer.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    return String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
  }()

  /// Runs to the end.
  ///
  /// - Parameter input: What the program reads on standard input.
  func run(_ arguments: [String], input: String = "") throws -> Outcome {
    let folder = try TemporaryFolder()
    let files = ["in", "out", "err"].map { folder.path + "/" + $0 }
    try folder.write(input, to: "in")
    let child = try start(arguments, input: files[0], output: files[1], errors: files[2])
    let status = child.wait()
    return Outcome(
      status: status, output: folder.text(of: "out"), errors: folder.text(of: "err"))
  }

  /// Starts without waiting for the end.
  ///
  /// - Parameters:
  ///   - input: A file to read from, or nothing.
  ///   - output: A file to write standard output to.
  ///   - errors: A file to write standard error to.
  func start(
    _ arguments: [String], input: String = "/dev/null", output: String, errors: String
  ) throws -> Child {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    // What other tests have open at this moment is not the child's.
    closeInheritedDescriptors(&actions)

    var process: pid_t = 0
    let code = withCStrings([path] + arguments) { argv in
      withCStrings(mergedEnvironment) { envp in
        posix_spawn(&process, path, &actions, nil, argv, envp)
      }
    }
    guard code == 0 else { throw SystemFault(action: "start \(name)", code: code) }
    return Child(process: process)
  }

  private var mergedEnvironment: [String] {
    var merged: [String: String] = ["LANG": "C.UTF-8"]
    for name in ["PATH", "HOME", "LD_LIBRARY_PATH"] {
      if let value = getenv(name) { merged[name] = String(cString: value) }
    }
    merged.merge(environment) { _, ours in ours }
    return merged.map { "\($0.key)=\($0.value)" }
  }
}

/// A running program; it is killed when the test is over.
final class Child {
  let process: pid_t
  private var status: Int32?

  init(process: pid_t) {
    self.process = process
  }

  deinit {
    guard status == nil else { return }
    kill(process, SIGKILL)
    _ = wait()
  }

  /// Waits for the end and returns the exit status, or 128 and the signal.
  @discardableResult
  func wait() -> Int32 {
    if let status { return status }
    var raw: Int32 = 0
    while waitpid(process, &raw, 0) == -1, errno == EINTR {}
    let signal = raw & 0x7f
    let ended = signal == 0 ? (raw >> 8) & 0xff : 128 + signal
    status = ended
    return ended
  }

  /// Sends a signal.
  func signal(_ number: Int32) {
    kill(process, number)
  }
}

private func withCStrings<Result>(
  _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  var pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) }
  pointers.append(nil)
  defer { for pointer in pointers { free(pointer) } }
  return pointers.withUnsafeMutableBufferPointer { buffer in
    guard let start = buffer.baseAddress else {
      preconditionFailure("an array with a nil at its end")
    }
    return body(start)
  }
}
