import Dispatch
import Glibc

/// The tmux that the program runs in, if it does: one that was started without UTF-8 draws an
/// underscore for every letter of Thai, and only tmux itself knows.
enum TmuxClient {
  /// Asks away from every other thread, and tells only of a tmux that shows no Thai.
  static func watch(_ tell: @escaping @Sendable () -> Void) {
    guard isAround else { return }
    DispatchQueue(label: "tmux").async { if showsUTF8() == false { tell() } }
  }

  private static var isAround: Bool { DataFolder.variable("TMUX").map { !$0.isEmpty } ?? false }

  /// Whether this tmux shows more than ASCII; nil outside of tmux, and where it does not say.
  static func showsUTF8() -> Bool? { isAround ? answer(of: "tmux") : nil }

  /// What a program called as tmux is says of the client in front of it.
  static func answer(of program: String) -> Bool? {
    guard let output = run([program, "display-message", "-p", "#{client_utf8}"]) else { return nil }
    switch output.first {
    case UInt8(ascii: "1"): return true
    case UInt8(ascii: "0"): return false
    default: return nil
    }
  }

  /// The first bytes of what a program prints within a second; no shell has a part in it.
  private static func run(_ words: [String]) -> [UInt8]? {
    var ends: [CInt] = [-1, -1]
    guard pipe(&ends) == 0 else { return nil }
    defer { close(ends[0]) }
    // The child has the end that it writes to as its output, and neither of the two besides.
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let child = start(words, writingTo: ends[1])
    close(ends[1])
    guard let child else { return nil }
    defer { end(child) }
    var wait = pollfd(fd: ends[0], events: Int16(POLLIN), revents: 0)
    guard poll(&wait, 1, 1_000) == 1 else { return nil }
    var bytes = [UInt8](repeating: 0, count: 16)
    let count = read(ends[0], &bytes, bytes.count)
    return count > 0 ? Array(bytes.prefix(count)) : nil
  }

  private static func start(_ words: [String], writingTo output: CInt) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var child: pid_t = 0
    return posix_spawnp(&child, words[0], &actions, nil, &arguments, environ) == 0 ? child : nil
  }

  /// Leaves no process behind, also none that does not answer.
  private static func end(_ child: pid_t) {
    var status: CInt = 0
    if waitpid(child, &status, WNOHANG) == 0 {
      kill(child, SIGKILL)
      waitpid(child, &status, 0)
    }
  }
}
