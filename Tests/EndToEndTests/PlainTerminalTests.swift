import Glibc
import TestSupport
import Testing

import struct TerminalKit.Size

/// The lines at a terminal, and lines that are none.
@Suite(.serialized, .timeLimit(.minutes(3)))
struct PlainTerminalTests {
  private func app(in folder: TemporaryFolder) throws -> Pty {
    try Pty(
      [Program(name: "fieldtui").path, "--plain", "--data", FieldLaptop.data(in: folder)],
      size: Size(rows: 40, columns: 120), environment: ["HOME": folder.path])
  }

  @Test func `what was typed ahead of a passphrase counts, and the echo comes back`() async throws {
    let folder = try TemporaryFolder()
    _ = try await FieldLaptop("นายสมหมาย ใจดี", in: folder)
    let app = try app(in: folder)
    try app.type("1\rควายสี่ตัวข้ามคลอง\r:ที่ไหน\r")
    try app.wait(for: "== หน้าหลัก")
    try app.settle()
    #expect(app.isEchoing)
    try app.type(":quit\r")
    #expect(try app.readToTheEnd() == 0)
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func `a signal at a passphrase leaves a terminal that shows what is typed`(
    signal: CInt
  ) async throws {
    let folder = try TemporaryFolder()
    _ = try await FieldLaptop("นายสมหมาย ใจดี", in: folder)
    let app = try app(in: folder)
    try app.type("1\r")
    try app.wait(for: "รหัสผ่านของ")
    try app.settle()
    #expect(!app.isEchoing)
    app.child.signal(signal)
    #expect(try app.readToTheEnd() != 0)
    #expect(app.isEchoing)
  }

  /// Talks through a pipe in bytes.
  private func talk(
    _ folder: TemporaryFolder, _ bytes: [UInt8]
  ) throws -> (status: Int32, output: String) {
    let program = Program(name: "fieldtui")
    let files = ["in", "out", "err"].map { folder.path + "/" + $0 }
    try folder.write(bytes, to: "in")
    let child = try program.start(
      ["--plain", "--data", FieldLaptop.data(in: folder)], input: files[0], output: files[1],
      errors: files[2])
    return (child.wait(), folder.text(of: "out"))
  }

  private static let toTheName = "1\nควายสี่ตัวข้ามคลอง\n1\n1\n\n๑\nบ้านโพน\n2\n2\n"

  @Test func `bytes that are no text do nothing, and a mark at the start and CRLF are no text`()
    async throws
  {
    let folder = try TemporaryFolder()
    _ = try await FieldLaptop("นายสมหมาย ใจดี", in: folder)
    let lines = Self.toTheName.replacing("\n", with: "\r\n")
    let bytes = [0xEF, 0xBB, 0xBF] + Array(lines.utf8) + [0xCA, 0xC1, 0xC8, 0xD2, 0x0D, 0x0A]
    let outcome = try talk(folder, bytes + Array("สมศรี\r\n:ที่ไหน\r\n".utf8))
    #expect(outcome.status == 0 && outcome.output.contains("ไม่ใช่ตัวอักษรแบบ UTF-8"))
    #expect(outcome.output.contains("= สมศรี") && !outcome.output.contains("\u{FFFD}"))
  }

  @Test func `a last line without its end is no answer, and that is said`() async throws {
    let folder = try TemporaryFolder()
    _ = try await FieldLaptop("นายสมหมาย ใจดี", in: folder)
    let outcome = try talk(folder, Array((Self.toTheName + "สมศรี").utf8))
    #expect(outcome.status == 0 && outcome.output.contains("บรรทัดสุดท้ายไม่ได้กด Enter"))
    #expect(!outcome.output.contains("สมศรี"))
  }
}
