import Glibc

/// A program of the package, run as its users run it.
///
/// The programs lie beside the test runner, where the build put them.
public struct Program {
  public var name: String
  public var environment: [String: String]

  /// - Parameter name: A program of the package, or a path.
  public init(name: String, environment: [String: String] = [:]) {
    self.name = name
    self.environment = environment
  }

  /// What a finished run left behind.
  public struct Outcome: Equatable {
    public var status: Int32
    public var output: String
    public var errors: String
  }

  public var path: String {
    if name.contains("/") { return name }
    return Program.buildFolder + "/" + name
  }

  /// The folder of the test runner's own executable.
  public static let buildFolder: String = {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    let path = String(
      decoding: buffer.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    return String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
  }()

  /// Runs to the end.
  ///
  /// - Parameter input: What the program reads on standard input.
  public func run(_ arguments: [String], input: String = "") throws -> Outcome {
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
  public func start(
    _ arguments: [String], input: String = "/dev/null", output: String, errors: String
  ) throws -> Child {
    try Child([path] + arguments, environment: mergedEnvironment) { actions in
      posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
      posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_APPEND, 0o600)
      posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    }
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
