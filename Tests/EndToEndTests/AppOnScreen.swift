import Glibc
import TestSupport
import Testing

/// The app on a terminal of its own, worked by its keys and read as a person reads it.
struct AppOnScreen {
  private let screen: Screen
  /// What the records lie in stays as long as the app is there.
  private let folder: TemporaryFolder

  /// Opens `fieldtui` over the records in a folder.
  init(
    in folder: TemporaryFolder, columns: Int = 80, rows: Int = 24
  ) throws {
    self.folder = folder
    screen = try Screen(
      [Program(name: "fieldtui").path, "--data", FieldLaptop.data(in: folder)],
      columns: columns, rows: rows)
  }

  /// Types texts one after the other; a `\r` in them is Enter.
  func type(_ texts: String...) throws {
    for text in texts { try screen.type(text) }
  }

  /// Presses keys by tmux's names.
  func press(_ keys: String...) throws {
    for key in keys { try screen.press(key) }
  }

  /// Opens an entry of a menu by the number that stands before it.
  func choose(_ entry: String) throws {
    let shown = try screen.wait(for: ") \(entry)")
    let line = shown.lines.first { $0.contains(") \(entry)") } ?? ""
    try screen.type(line.words.split(separator: ")")[0].description)
  }

  /// Goes back by Escape, and waits: a key right behind it would be taken as one with Alt held.
  func back(to wanted: String) throws {
    try screen.press("Escape")
    try see(wanted)
  }

  /// Waits until the screen says all of this at once.
  ///
  /// - Parameter wanted: Words with single spaces, however many are on the screen.
  /// - Returns: The words of the screen.
  @discardableResult
  func see(_ wanted: String...) throws -> String {
    try screen.wait(orMiss: wanted.joined(separator: "\" and \"")) { view in
      let words = view.text.words
      return wanted.allSatisfy { words.contains($0) }
    }.text.words
  }

  /// Waits until what was typed stands at the cursor, below or beside its question.
  func seeAtCursor(_ typed: String, under question: String) throws {
    try screen.wait(orMiss: "\(typed)\" at the cursor, under \"\(question)") { view in
      view.lineAtCursor.contains(typed)
        && view.lines.prefix(view.cursor + 1).joined(separator: "\n").words.contains(question)
    }
  }

  /// Waits until an answer is on the page, the cursor has left it and the page calls it saved.
  func seeSaved(_ answer: String) throws {
    try screen.wait(orMiss: "\(answer)\" saved, \"") { view in
      view.lines.first?.words.hasSuffix("บันทึกแล้ว") == true && view.text.words.contains(answer)
        && !view.lineAtCursor.contains(answer)
    }
  }

  func resize(columns: Int, rows: Int) throws {
    try screen.resize(columns: columns, rows: rows)
  }

  /// Ends the app as a power cut does.
  func cutPower() throws {
    let process = try screen.process
    try #require(process > 0)
    kill(process, SIGKILL)
  }
}

extension Screen.View {
  fileprivate var lineAtCursor: String { lines.indices.contains(cursor) ? lines[cursor].words : "" }
}

extension String {
  /// The words with one space between them, without the frames of boxes and columns.
  fileprivate var words: String {
    split { $0.isWhitespace || "│█┌┐└┘─".contains($0) }.joined(separator: " ")
  }
}
