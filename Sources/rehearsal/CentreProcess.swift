import FoundationEssentials
import Glibc

/// The program `fieldcentral`, started beside this one and left running after it.
struct CentreProcess {
  let process: pid_t
  let address: String
  let data: String

  /// Where the programs of the package lie: beside this one.
  static let folder: String = {
    let own = executable(of: getpid()) ?? ""
    return String(own[..<(own.lastIndex(of: "/") ?? own.startIndex)])
  }()

  private static let path = folder + "/fieldcentral"

  /// The file that a process runs; nothing when there is no such process.
  private static func executable(of process: pid_t) -> String? {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/\(process)/exe", &buffer, buffer.count - 1)
    guard count > 0 else { return nil }
    return String(decoding: buffer.prefix(count).map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Starts a centre on a free port of this machine and waits until it says where it is.
  init(in folder: String) throws {
    data = folder + "/centre"
    let output = folder + "/centre.out"
    process = try Self.spawn(
      ["serve", "--data", data, "--listen", "127.0.0.1:0", "--title", "อำเภอพังโคน (ซ้อม)"],
      output: output, errors: folder + "/centre.log")
    address = try Self.wait(for: "fieldcentral listening on ", in: output)
    try Data("\(process)\n".utf8).write(to: URL(filePath: folder + "/centre.pid"))
  }

  /// Ends the centre that an earlier rehearsal left running in this folder.
  static func endEarlier(in folder: String) {
    let text = Self.text(of: folder + "/centre.pid").split(separator: "\n").first
    guard let process = text.flatMap({ pid_t($0) }), executable(of: process) == path else { return }
    kill(process, SIGTERM)
  }

  /// Runs a command of `fieldcentral` and returns what it printed.
  func ask(_ arguments: [String], scratch folder: String) throws -> String {
    let output = folder + "/answer.out"
    unlink(output)
    let child = try Self.spawn(
      arguments + ["--data", data], output: output, errors: folder + "/answer.err")
    var status: Int32 = 0
    while waitpid(child, &status, 0) == -1, errno == EINTR {}
    guard status == 0 else {
      throw Mishap.program("fieldcentral \(arguments[0])", status: (status >> 8) & 0xff)
    }
    return Self.text(of: output)
  }

  private static func spawn(
    _ arguments: [String], output: String, errors: String
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    let flags = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, 1, output, flags, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, errors, flags, 0o600)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // A group of its own: what a keyboard ends the rehearsal with does not end the centre.
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))

    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    let code = posix_spawn(&process, path, &actions, &attributes, words, environ)
    guard code == 0 else { throw Mishap.program(path, status: code) }
    return process
  }

  /// Waits up to ten seconds for a line that begins so, and returns the rest of it.
  private static func wait(for beginning: String, in file: String) throws -> String {
    for _ in 0..<500 {
      let lines = text(of: file).split(separator: "\n")
      if let line = lines.first(where: { $0.hasPrefix(beginning) }) {
        return String(line.dropFirst(beginning.count))
      }
      poll(nil, 0, 20)
    }
    throw Mishap.program("fieldcentral serve", status: ETIMEDOUT)
  }

  private static func text(of file: String) -> String {
    FileManager.default.contents(atPath: file).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }
}
