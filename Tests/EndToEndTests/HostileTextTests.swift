import Glibc
import HostileText
import OfflineStore
import SyncProtocol
import TerminalKit
import TestSupport
import Testing

/// Hostile texts wherever a text can come from: what comes out is only what curses sends.
@Suite(.serialized, .timeLimit(.minutes(240)))
struct HostileTextTests {
  /// `TORTURE_STRINGS` says how many go through curses; `make torture` asks for ten million.
  private static let count =
    getenv("TORTURE_STRINGS").flatMap { Int(String(cString: $0)) } ?? 4_000

  @Test func `a screen full of hostile texts is drawn by curses alone`() throws {
    let size = Size(rows: 60, columns: 200)
    let program = Program(name: "hostile-screens").path
    let drawing = try Pty([program, "\(Self.count)", "2563"], size: size)
    #expect(try drawing.readToTheEnd() == 0)
    #expect(drawing.taken > Self.count, "texts were drawn")
  }

  @Test(arguments: [
    "\u{7}", "\u{0}", "\u{1B}]52;c;eA==\u{7}", "\u{1B}c", "\u{1B}[3J", "\u{1B}[?1000h", "\u{1B}[5i",
    "\u{9B}2J", "\u{202E}", "\u{FEFF}", "\u{E000}", "\u{1B}[8m", "\u{1B}P1\u{1B}\\",
    "ก\u{E48}\u{E48}\u{E48}\u{E48}\u{E48}", "\u{1B}[99999b", "\u{1B}(0", "\u{7F}",
  ])
  func `what curses does not send is noticed`(stray: String) throws {
    var terminal = StrictTerminal(
      size: Size(rows: 24, columns: 80), speech: try CursesSpeech(of: "xterm-256color"))
    #expect(throws: Never.self) { try terminal.take("\u{1B}[1;1Hก่อน".utf8) }
    #expect(throws: StrictTerminal.Stray.self) { try terminal.take(stray.utf8) }
  }

  @Test func `bytes that are no text are noticed`() throws {
    var terminal = StrictTerminal(
      size: Size(rows: 24, columns: 80), speech: try CursesSpeech(of: "xterm-256color"))
    #expect(throws: StrictTerminal.Stray.self) { try terminal.take([0xC0, 0x9B, 0x20, 0x20]) }
  }

  @Test func `hostile names, titles, labels, answers, remarks and files go through every screen`()
    async throws
  {
    var texts = HostileText(seed: 2563)
    let folder = try TemporaryFolder()
    try install(&texts, in: folder)
    let name = "นาย" + texts.string()
    try await fill(folder, name, &texts)
    let app = try Pty(
      [
        Program(name: "fieldtui").path, "--data", FieldLaptop.data(in: folder), "--form",
        OneForm.id,
      ],
      size: Size(rows: 60, columns: 200),
      environment: ["FIELDTUI_FORMS": folder.path + "/forms", "HOME": folder.path + "/home"])
    try app.wait(for: "ใครเป็นผู้ใช้เครื่องนี้")
    try app.type("\r")
    try app.wait(for: "รหัสผ่านของ")
    try app.type("ควายสี่ตัวข้ามคลอง\r")
    try app.wait(for: "หน้าหลัก")
    try lookAtLists(app, &texts)
    try fillIn(app, &texts)
    app.child.signal(SIGTERM)
    #expect(try app.readToTheEnd() == 0)
    let log = try Program(name: "fieldtui").run([
      "doctor", "--log", "50", "--data", FieldLaptop.data(in: folder),
    ])
    #expect(!(log.output + log.errors).unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
  }

  /// A form whose every word is hostile, and a list beside it; bytes that are no text are refused with it.
  private func install(_ texts: inout HostileText, in folder: TemporaryFolder) throws {
    var list = Array("name,label\n".utf8)
    for number in 0..<600 {
      let label = texts.next(.string).filter { $0 != 0x22 }
      list += Array("c\(number),\"".utf8) + label + Array("\"\n".utf8)
    }
    func words() -> String { texts.string(.markup) }
    let body = """
      <input ref="/data/a"><label>\(words())</label><hint>\(words())</hint></input>
      <select1 ref="/data/b"><label>\(words())</label><item><label>\(words())</label><value>1</value>
      </item><item><label>\(words())</label><value>2</value></item></select1>
      <upload ref="/data/c" mediatype="application/*"><label>\(words())</label></upload>
      <select1 ref="/data/d"><label>\(words())</label><itemset nodeset="instance('l')/root/item">
      <value ref="name"/><label ref="label"/></itemset></select1>
      """
    let message = words()
    try OneForm.install(
      OneForm.xform(
        record: "<a/><b/><c/><d/>", title: "/data/a",
        binds: #"<bind nodeset="/data/a" constraint="false()" jr:constraintMsg="\#(message)"/>"#,
        more: #"<instance id="l" src="jr://file-csv/l.csv"/>"#, body: body),
      lists: ["l.csv": list], in: folder)
  }

  /// Records of a person with such a name: drafts, some in the trash, one that an officer sent back.
  private func fill(
    _ folder: TemporaryFolder, _ name: String, _ texts: inout HostileText
  ) async throws {
    let centre = try RunningCentre()
    let village = try await FieldLaptop(name, in: folder)
    let district = try await FieldLaptop("นางสุดา รักไทย")
    try await village.enrol(
      try centre.code(.village, area: "47120601", name: "นายสมหมาย ใจดี"), at: centre.port)
    try await district.enrol(
      try centre.code(.district, area: "4712", name: "นางสุดา รักไทย"), at: centre.port)
    let titles = (0..<3).map { _ in texts.string() }
    _ = try await village.finish(3, named: { titles[$0] })
    #expect(await village.engine().run().outcome == .complete)
    #expect(await district.engine().run().outcome == .complete)
    for record in try await district.store.queue(for: district.keyring) {
      let body = DecisionBody(
        reasons: [.other], comments: [QuestionComment(path: "/data/a", text: texts.string())],
        note: texts.string())
      try await district.store.decide(
        .return, on: record.id, judged: record.revision, body: body, for: district.keyring)
    }
    #expect(await district.engine().run().outcome == .complete)
    #expect(await village.engine().run().outcome == .complete)
    try await village.keepDrafts((0..<200).map { _ in (texts.string(), texts.string()) })
  }

  private func lookAtLists(_ app: Pty, _ texts: inout HostileText) throws {
    for list in ["ร่าง", "ส่งกลับแก้ไข", "ส่งแล้ว", "ถังขยะ", "ส่งข้อมูล", "ตั้งค่า"] {
      try app.choose(list)
      try app.wait(for: "another screen") { !$0.text.contains("หน้าหลัก") }
      for _ in 0..<25 {
        try app.type("\u{1B}[6~")
        try app.settle(milliseconds: 5)
      }
      for _ in 0..<5 { try app.type("\u{1B}[200~" + texts.string() + "\u{1B}[201~") }
      try app.settle()
      try app.goHome()
    }
  }

  /// Answers with what cannot be typed, and looks through the list of hostile choices.
  private func fillIn(_ app: Pty, _ texts: inout HostileText) throws {
    try app.choose("กรอกแบบสำรวจใหม่")
    try app.wait(for: "the survey") { !$0.text.contains("หน้าหลัก") }
    for _ in 0..<4 {
      for _ in 0..<10 {
        try app.type(Array("\u{1B}[200~".utf8) + texts.next(.bytes) + Array("\u{1B}[201~".utf8))
        try app.settle(milliseconds: 5)
      }
      for _ in 0..<20 {
        try app.type("\u{1B}[B")
        try app.settle(milliseconds: 5)
      }
      try app.type("\r")
      try app.settle()
    }
    for key in ["\u{1B}OP", "\u{1B}[18~", "\u{1B}[20~", "\u{1B}[19~"] {
      try app.type(key)
      try app.settle()
    }
  }
}
