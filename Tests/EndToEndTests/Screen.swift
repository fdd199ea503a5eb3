import Glibc
import TestSupport

/// A terminal of its own with a program on it, typed into and read as a person does.
///
/// It is a tmux server that this test alone has, so what is read is what a real terminal would show.
final class Screen {
  /// Something that was expected on the screen and did not come.
  struct Missing: Error, CustomStringConvertible {
    var wanted: String
    var screen: String

    var description: String { "\"\(wanted)\" did not come; the screen was:\n\(screen)" }
  }

  private let tmux: Program
  private let folder: TemporaryFolder
  private var lastKey = ""

  /// Opens a terminal and runs a command on it.
  init(_ command: [String], columns: Int = 80, rows: Int = 24, environment: [String: String] = [:])
    throws
  {
    folder = try TemporaryFolder()
    tmux = Program(name: "/usr/bin/tmux", environment: ["TERM": "xterm-256color"])
    let variables = environment.merging(["LANG": "C.UTF-8"]) { ours, _ in ours }
    let words = ["env"] + variables.map { "\($0.key)=\($0.value)" } + command
    try folder.write(
      "set -g remain-on-exit on\nset -g default-terminal tmux-256color\n", to: "conf")
    try tell([
      "-f", folder.path + "/conf", "-u", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)",
      "exec " + words.map(quoted).joined(separator: " "),
    ])
  }

  deinit {
    // The program goes first, so that it writes nothing while its folder is taken away.
    if let process = try? process, process > 0 { kill(process, SIGKILL) }
    // The server may have ended with its program; then there is nothing to end.
    _ = try? tmux.run(["-S", folder.path + "/tmux", "kill-server"])
  }

  /// Types text as it is.
  func type(_ text: String) throws {
    pause(before: text.first.map(String.init) ?? "", last: text.last.map(String.init) ?? "")
    try tell(["send-keys", "-l", text])
  }

  /// Gives a hand the time that pressing the same key again on purpose takes: what comes sooner is a
  /// key that bounces.
  private func pause(before first: String, last: String) {
    let names = ["Enter": "\r", "Escape": "\u{1B}"]
    if names[first] ?? first == lastKey { poll(nil, 0, 300) }
    lastKey = names[last] ?? last
  }

  /// Presses keys by tmux's names, such as `Enter`, `F2`, `Down`.
  func press(_ keys: String...) throws {
    pause(before: keys.first ?? "", last: keys.last ?? "")
    try tell(["send-keys"] + keys)
  }

  /// Gives the terminal another size while the program runs.
  func resize(columns: Int, rows: Int) throws {
    try tell(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// What is on the screen at one moment.
  struct View {
    /// A line a row.
    var lines: [String]
    /// The row that the cursor stands in.
    var cursor: Int

    var text: String { lines.joined(separator: "\n") }
  }

  var view: View {
    get throws {
      let told = try tell(["display-message", "-p", "#{cursor_y}", ";", "capture-pane", "-p"])
      let lines = told.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      return View(lines: Array(lines.dropFirst()), cursor: Int(lines[0]) ?? 0)
    }
  }

  /// The process on this terminal.
  var process: pid_t {
    get throws { pid_t(try tell(["display-message", "-p", "#{pane_pid}"]).trimmed) ?? 0 }
  }

  /// Waits until the screen shows a text.
  ///
  /// - Throws: ``Missing`` with the screen as it was, after about so many `seconds`.
  @discardableResult
  func wait(for wanted: String, seconds: Int = 60) throws -> View {
    try wait(seconds: seconds, orMiss: wanted) { $0.text.contains(wanted) }
  }

  /// Waits until the screen satisfies a condition.
  @discardableResult
  func wait(
    seconds: Int = 60, orMiss wanted: String, until isThere: (View) -> Bool
  ) throws -> View {
    var shown = try view
    // Asking the terminal takes about as long as the pause.
    for _ in 0..<(seconds * 25) {
      if isThere(shown) { return shown }
      poll(nil, 0, 20)
      shown = try view
    }
    throw Missing(wanted: wanted, screen: shown.text)
  }

  @discardableResult
  private func tell(_ arguments: [String]) throws -> String {
    let outcome = try tmux.run(["-S", folder.path + "/tmux"] + arguments)
    guard outcome.status == 0 else {
      throw SystemFault(action: "tmux \(arguments.first ?? ""): \(outcome.errors)", code: 0)
    }
    return outcome.output
  }
}

extension String {
  /// The text without the white space around it.
  var trimmed: String {
    String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
  }
}

private func quoted(_ word: String) -> String {
  "'" + word.replacing("'", with: "'\\''") + "'"
}
