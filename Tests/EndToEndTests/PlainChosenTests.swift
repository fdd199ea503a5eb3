import TerminalKit
import TestSupport
import Testing

/// The app where no screen can be shown.
@Suite(.serialized, .timeLimit(.minutes(2)))
struct PlainChosenTests {
  @Test(arguments: [
    ("dumb", "th_TH.UTF-8", "จึงถามตอบเป็นบรรทัดแทน (--plain)", "This terminal"),
    ("", "th_TH.UTF-8", "จึงถามตอบเป็นบรรทัดแทน (--plain)", "This terminal"),
    ("dumb", "en_US.UTF-8", "everything is asked in lines (--plain)", "จึงถามตอบเป็นบรรทัดแทน"),
  ])
  func `a terminal whose cursor cannot be moved is talked to in lines, and is told so`(
    terminal: String, locale: String, wanted: String, other: String
  ) throws {
    let folder = try TemporaryFolder()
    let app = try Pty(
      [Program(name: "fieldtui").path, "--data", folder.path + "/new"],
      size: Size(rows: 40, columns: 200),
      environment: ["TERM": terminal, "LANG": locale, "HOME": folder.path])
    try app.wait(for: wanted)
    try app.wait(for: "ชื่อ-สกุล:")
    try app.type("นายสมหมาย ใจดี\r")
    try app.wait(for: "ผู้ใหญ่บ้าน")
    #expect(!app.screen.text.contains(other), "\(app.screen.text)")
    try app.type(":quit\r")
    #expect(try app.readToTheEnd() == 0)
  }

  @Test(arguments: [
    ("th_TH.UTF-8", "ถามตอบเป็นบรรทัดด้วย fieldtui --plain", "needs a terminal"),
    ("en_US.UTF-8", "it works in lines: fieldtui --plain", "ต้องเปิดในหน้าต่าง"),
  ])
  func `without a terminal the error names the way to work in lines`(
    locale: String, wanted: String, other: String
  ) throws {
    let folder = try TemporaryFolder()
    let outcome = try Program(name: "fieldtui", environment: ["LANG": locale]).run([
      "--data", folder.path + "/new",
    ])
    #expect(outcome.status == 64)
    #expect(outcome.errors.contains(wanted), "\(outcome)")
    #expect(!outcome.errors.contains(other), "\(outcome)")
  }
}
