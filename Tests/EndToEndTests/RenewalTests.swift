import Glibc
import TerminalKit
import TestSupport
import Testing

/// A locked program becomes another one, and heeds the system meanwhile.
@Suite struct RenewalTests {
  @Test func `who is asked to end while it begins anew ends`() async throws {
    let folder = try TemporaryFolder()
    try OneForm.install(OneForm.threeTexts, in: folder)
    _ = try await FieldLaptop("นายสมหมาย ใจดี", in: folder)
    for delay in stride(from: 0, to: 60_000, by: 6_000) {
      let app = try Pty(
        [
          Program(name: "fieldtui").path, "--data", FieldLaptop.data(in: folder), "--form",
          OneForm.id,
        ], size: Size(rows: 24, columns: 80),
        environment: ["HOME": folder.path + "/home", "FIELDTUI_FORMS": folder.path + "/forms"])
      try app.wait(for: "ใครเป็นผู้ใช้เครื่องนี้")
      try app.type("\r")
      try app.wait(for: "รหัสผ่านของ")
      try app.type("ควายสี่ตัวข้ามคลอง\r")
      try app.wait(for: "หน้าหลัก")
      try app.type("\u{1B}[24~")
      usleep(UInt32(delay))
      app.child.signal(SIGTERM)
      let status = try app.readToTheEnd()
      #expect(status == 0 || status == 128 + SIGTERM, "\(delay): \(status)")
    }
  }
}
