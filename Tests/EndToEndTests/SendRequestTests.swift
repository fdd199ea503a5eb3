import Glibc
import TerminalKit
import TestSupport
import Testing

/// The evening's timer while the program is open: what waits is sent all the same.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct SendRequestTests {
  private let program = Program(name: "fieldtui")

  private func prepare(_ folder: TemporaryFolder, _ centre: RunningCentre) async throws {
    try OneForm.install(OneForm.threeTexts, in: folder)
    let laptop = try await FieldLaptop("นายสมหมาย ใจดี", in: folder)
    let code = try centre.code(.village, area: "47120601", name: "นายสมหมาย ใจดี")
    try await laptop.enrol(code, at: centre.port)
    _ = try await laptop.finish(3)
  }

  private func open(_ folder: TemporaryFolder) throws -> Pty {
    let app = try Pty(
      [program.path, "--data", FieldLaptop.data(in: folder), "--form", OneForm.id],
      size: Size(rows: 24, columns: 80),
      environment: ["HOME": folder.path + "/home", "FIELDTUI_FORMS": folder.path + "/forms"])
    try app.wait(for: "ใครเป็นผู้ใช้เครื่องนี้")
    return app
  }

  private func signIn(_ app: Pty) throws {
    try app.type("\r")
    try app.wait(for: "รหัสผ่านของ")
    try app.type("ควายสี่ตัวข้ามคลอง\r")
    try app.wait(for: "หน้าหลัก")
  }

  private func sync(_ folder: TemporaryFolder) throws -> TestSupport.Program.Outcome {
    try program.run(["sync", "--data", FieldLaptop.data(in: folder)])
  }

  @Test func `a program at its sign-in is asked to send, and does`() async throws {
    let centre = try RunningCentre()
    let folder = try TemporaryFolder()
    try await prepare(folder, centre)
    let app = try open(folder)
    let sync = try sync(folder)
    #expect(sync.status == 75, "the timer asks again, should there be no link now")
    #expect(sync.errors.contains("was asked to send"), "\(sync)")
    try signIn(app)
    try app.wait(for: "three that were sent") { screen in
      let words = screen.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return words.contains("ส่งแล้ว และผลการตรวจ 3 รายการ")
    }
    app.child.signal(SIGTERM)
    #expect(try app.readToTheEnd() == 0)
    #expect(try self.sync(folder).output.contains("acknowledged: 0 of 0\n"))
  }

  @Test func `who is at work is told, and goes on working`() async throws {
    let centre = try RunningCentre()
    let folder = try TemporaryFolder()
    try await prepare(folder, centre)
    let app = try open(folder)
    try signIn(app)
    #expect(try sync(folder).status == 75)
    try app.wait(for: "เครื่องส่งให้เองแล้ว 3 รายการ")
    try app.choose("กรอกแบบสำรวจใหม่")
    try app.wait(for: "the survey") { !$0.text.contains("หน้าหลัก") }
    app.child.signal(SIGTERM)
    #expect(try app.readToTheEnd() == 0)
  }

  @Test func `a program that talks in lines sends too`() async throws {
    let centre = try RunningCentre()
    let folder = try TemporaryFolder()
    try await prepare(folder, centre)
    let app = try Pty(
      [program.path, "--plain", "--data", FieldLaptop.data(in: folder)],
      size: Size(rows: 24, columns: 80), environment: ["HOME": folder.path + "/home"])
    try app.wait(for: "ใครเป็นผู้ใช้เครื่องนี้")
    let sync = try sync(folder)
    #expect(sync.status == 75)
    #expect(sync.errors.contains("was asked to send"), "\(sync)")
    // The village has a line as soon as the centre has a record of it.
    while try !centre.run(["status"]).output.contains("47120601") { usleep(50_000) }
  }
}
