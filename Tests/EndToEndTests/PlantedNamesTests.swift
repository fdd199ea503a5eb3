import FoundationEssentials
import Glibc
import OfflineStore
import SyncProtocol
import TerminalKit
import TestSupport
import Testing

/// Planted names and national IDs are filled in, saved, finished, returned, trashed and searched for
/// with the app itself, and looked for wherever they must not be.
@Suite(.serialized, .timeLimit(.minutes(240)))
struct PlantedNamesTests {
  /// `TORTURE_PLANTED` says how many are planted; `make torture` asks for ten thousand.
  private static let count =
    getenv("TORTURE_PLANTED").flatMap { Int(String(cString: $0)) } ?? 24

  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try OneForm.install(OneForm.threeTexts, in: folder)
  }

  @Test func `what was planted is in no file, and in no memory after the lock`() async throws {
    try await returnOne()
    let app = try open()
    try signIn(app)
    for number in 0..<max(3, Self.count / 3) { try fillIn(number, app) }
    try search(app)
    #expect(try planted(in: app) > 10, "it is in the memory of a program that is open")
    try lock(app)
    #expect(try planted(in: app) == 0, "in the memory of the locked program")
    try expectNoneInFiles()
    try signIn(app)
    try app.wait(for: ") ร่าง")
    app.child.signal(SIGKILL)
    _ = app.child.wait()
    try expectNoneInFiles()
  }

  @Test func `no core is written, and no other program becomes the writer while it is locked`()
    async throws
  {
    _ = try await FieldLaptop("นายสมหมาย ใจดี", in: folder)
    let app = try open(showingMemory: false)
    try signIn(app)
    let limits = text(of: "limits", app)
    let core = limits.split(separator: "\n").first { $0.hasPrefix("Max core file size") } ?? ""
    #expect(core.split(separator: " ").dropFirst(4).prefix(2) == ["0", "0"], "\(core)")
    let sync = Program(name: "fieldtui")
    for _ in 0..<3 {
      let clearings = app.screen.clearings
      try app.type("\u{1B}[24~")
      while app.screen.clearings == clearings {
        let other = try sync.run(["sync", "--data", FieldLaptop.data(in: folder)])
        #expect(other.status == 75 && other.errors.contains("process \(app.child.process)"))
        try app.settle(milliseconds: 0)
      }
      try signIn(app)
    }
  }

  /// A record of this laptop that an officer sent back, with a planted title and a planted remark.
  private func returnOne() async throws {
    let centre = try RunningCentre()
    let village = try await FieldLaptop("นายสมหมาย ใจดี", in: folder)
    let district = try await FieldLaptop("นางสุดา รักไทย")
    try await village.enrol(
      try centre.code(.village, area: "47120601", name: "นายสมหมาย ใจดี"), at: centre.port)
    try await district.enrol(
      try centre.code(.district, area: "4712", name: "นางสุดา รักไทย"), at: centre.port)
    _ = try await village.finish(1, named: { PlantedWords.name($0) })
    #expect(await village.engine().run().outcome == .complete)
    #expect(await district.engine().run().outcome == .complete)
    let record = try #require(try await district.store.queue(for: district.keyring).first)
    let reasons = DecisionBody(reasons: [.nameMismatch], note: PlantedWords.name(1))
    try await district.store.decide(
      .return, on: record.id, judged: record.revision, body: reasons, for: district.keyring)
    #expect(await district.engine().run().outcome == .complete)
    #expect(await village.engine().run().outcome == .complete)
  }

  private func open(showingMemory: Bool = true) throws -> Pty {
    var environment = [
      "HOME": folder.path + "/home", "TMPDIR": folder.path + "/home",
      "FIELDTUI_FORMS": folder.path + "/forms",
    ]
    environment["FIELDTUI_SHOW_MEMORY"] = showingMemory ? "1" : nil
    return try Pty(
      [
        Program(name: "fieldtui").path, "--data", FieldLaptop.data(in: folder), "--form",
        OneForm.id,
      ], size: Size(rows: 40, columns: 100), environment: environment)
  }

  private func signIn(_ app: Pty) throws {
    try app.wait(for: "the sign-in") { $0.text.contains("นายสมหมาย ใจดี") }
    if !app.screen.text.contains("รหัสผ่านของ") { try app.type("\r") }
    try app.wait(for: "รหัสผ่านของ")
    try app.type("ควายสี่ตัวข้ามคลอง\r")
    try app.wait(for: "หน้าหลัก")
  }

  /// Fills in a survey; of three one is finished, one goes to the trash and one stays a draft.
  private func fillIn(_ number: Int, _ app: Pty) throws {
    try app.choose("กรอกแบบสำรวจใหม่")
    try app.wait(for: "ชื่อตัว")
    let name = PlantedWords.name(number * 2 + 2)
    try app.type(name + "\r" + PlantedWords.name(number * 2 + 3) + "\r")
    try app.type(PlantedWords.nationalID(number) + "\r")
    try app.wait(for: "[ เสร็จแล้ว พร้อมส่ง ]")
    if number % 3 == 0 {
      // As slowly as a hand that means it: what comes sooner is a key that bounces.
      try app.settle(milliseconds: 300)
      try app.type("\r")
      try app.wait(for: "1) เสร็จแล้ว พร้อมส่ง")
      try app.settle(milliseconds: 300)
      try app.type("\r")
      return try app.wait(for: "หน้าหลัก")
    }
    try app.goHome()
    guard number % 3 == 1 else { return }
    try app.choose("ร่าง")
    try app.wait(for: name)
    try app.type("\u{1B}[3~")
    try app.wait(for: "the trash") { !$0.text.contains(name) }
    try app.goHome()
  }

  private func search(_ app: Pty) throws {
    for list in ["ร่าง", "ส่งกลับแก้ไข", "ถังขยะ"] {
      try app.choose(list)
      try app.wait(for: "ค้นหา")
      try app.type(PlantedWords.marker)
      try app.settle()
      try app.goHome()
    }
  }

  /// What the system says about the program.
  private func text(of name: String, _ app: Pty) -> String {
    FileManager.default.contents(atPath: "/proc/\(app.child.process)/\(name)")
      .map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// Locks the screen by F12, and waits for the program that begins anew, which clears it.
  private func lock(_ app: Pty) throws {
    let clearings = app.screen.clearings
    try app.type("\u{1B}[24~")
    try app.wait(for: "the program that begins anew") { $0.clearings > clearings }
    try app.wait(for: "ใครเป็นผู้ใช้เครื่องนี้")
    #expect(text(of: "environ", app).contains("FIELDTUI_RENEWED="))
  }

  private func planted(in app: Pty) throws -> Int {
    var count = 0
    try ProcessMemory.scan(app.child.process) { count += PlantedWords.count(in: $0) }
    return count
  }

  /// The store, its log and journal, and whatever the program left at home or for a moment.
  private func expectNoneInFiles() throws {
    for name in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
      let bytes = FileManager.default.contents(atPath: folder.path + "/" + name) ?? Data()
      #expect(PlantedWords.count(in: [UInt8](bytes)) == 0, "\(name)")
    }
  }
}
