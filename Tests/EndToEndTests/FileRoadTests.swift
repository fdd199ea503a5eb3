import OfflineStore
import Sealing
import SyncClient
import SyncProtocol
import TestSupport
import Testing

/// A photo that was typed in a form, and the log of how it was filled in, on their way to the centre.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct FileRoadTests {
  private let centre: RunningCentre
  private let folder: TemporaryFolder
  private let photo = randomBytes(200_000)
  private var data: [String] { ["--data", FieldLaptop.data(in: folder)] }

  init() throws {
    centre = try RunningCentre()
    folder = try TemporaryFolder()
    try folder.write(photo, to: "IMG 1.JPG")
  }

  /// Fills a form in that wants a photo and a log, with the program as it is installed.
  private func fillIn() async throws {
    do {
      let laptop = try await FieldLaptop("นายสมหมาย ใจดี", in: folder)
      let code = try centre.code(.village, area: "47120601", name: "นายสมหมาย ใจดี")
      try await laptop.enrol(code, at: centre.port)
    }
    try OneForm.install(
      OneForm.xform(
        record: "<name/><house/>",
        binds: """
          <bind nodeset="/data/house" type="binary"/><bind nodeset="/data/meta/audit" type="binary"/>
          """,
        body: """
          <input ref="/data/name"><label>ชื่อ</label></input>
          <upload ref="/data/house" mediatype="image/*"><label>รูปบ้าน</label></upload>
          """
      ).replacing("<instanceName/>", with: "<instanceName/><audit/>"), in: folder)
    var program = Program(name: "fieldtui")
    program.environment["FIELDTUI_FORMS"] = folder.path + "/forms"
    let lines = [
      "1", "ควายสี่ตัวข้ามคลอง", "1", "กิ่งแก้ว", folder.path + "/IMG 1.JPG", ":เสร็จ", "1",
      ":quit",
    ]
    let outcome = try program.run(
      ["--plain", "--form", OneForm.id] + data, input: lines.joined(separator: "\n") + "\n")
    #expect(outcome.output.contains("house.jpg"), "\(outcome)")
    #expect(outcome.output.contains("มีไฟล์แนบ 1 ไฟล์ จะส่งหลังจากแบบทุกฉบับ"), "\(outcome.output)")
  }

  /// What the centre writes, by name.
  private func exported() throws -> [String: [UInt8]] {
    let outcome = try centre.run(["files", "export", folder.path + "/out"])
    #expect(outcome.output == "written: 2\nthere already: 0\n", "\(outcome)")
    let record = try #require(try folder.names(in: "out").first)
    #expect(RecordID(record) != nil)
    return try Dictionary(
      uniqueKeysWithValues: folder.names(in: "out/" + record).map {
        ($0, try folder.read("out/\(record)/\($0)"))
      })
  }

  private func expectAll() throws {
    let files = try exported()
    #expect(files.keys.sorted() == ["audit.csv", "house.jpg"])
    #expect(files["house.jpg"] == photo, "byte for byte")
    let log = String(decoding: files["audit.csv"] ?? [], as: UTF8.self)
    #expect(log.hasPrefix("event,node,start,end\nform start,,"), "\(log)")
    #expect(log.contains("\nquestion,/data/house,") && log.contains("\nform finalize,,"))
    let list = try centre.run(["files", "list", "--area", "4712"]).output
    #expect(list.contains("\thouse.jpg\t200000\twhole\n"), "\(list)")
    #expect(try centre.run(["audit", "verify"]).status == 0)
  }

  @Test func `both arrive over the network, byte for byte`() async throws {
    try await fillIn()
    let plan = try Program(name: "fieldtui").run(["sync", "--dry-run"] + data)
    #expect(plan.output.contains("records: 1\ndecisions: 0\npieces of files: 18\n"), "\(plan)")
    let sync = try Program(name: "fieldtui").run(["sync"] + data)
    #expect(sync.status == 0, "\(sync)")
    #expect(sync.output.contains("acknowledged: 1 of 1\n"))
    #expect(sync.output.contains("pieces of files: 18 of 18\n"))
    try expectAll()
  }

  @Test func `both arrive on a stick, and the receipt comes back on it`() async throws {
    try await fillIn()
    let (tui, stick) = (Program(name: "fieldtui"), folder.path + "/stick")
    let written = try tui.run(["bundle", "write", stick] + data)
    #expect(written.output == "records: 1\npieces of files: 18\n", "\(written)")
    #expect(try centre.run(["bundle", "read", stick]).output.hasPrefix("stored: 19\n"))
    let read = try tui.run(["bundle", "read", stick + ".answer"] + data)
    #expect(read.output.contains("acknowledged: 1 of 1\n"), "\(read)")
    #expect(read.output.contains("pieces of files: 18 of 18\n"))
    try expectAll()
    #expect(try tui.run(["sync"] + data).output.contains("acknowledged: 0 of 0\n"))
  }

  @Test func `more than one bundle holds goes into several, and arrives in any order`()
    async throws
  {
    let large = randomBytes(7 << 20)
    do {
      let laptop = try await FieldLaptop("นายสมหมาย ใจดี", in: folder)
      let code = try centre.code(.village, area: "47120601", name: "นายสมหมาย ใจดี")
      try await laptop.enrol(code, at: centre.port)
      try await laptop.finish(with: ["house.jpg": large])
    }
    let (tui, stick) = (Program(name: "fieldtui"), folder.path + "/stick")
    let written = try tui.run(["bundle", "write", stick] + data)
    #expect(written.output.hasSuffix("bundles: 2\n"), "\(written)")
    for name in [stick + ".2", stick] {
      #expect(try centre.run(["bundle", "read", name]).status == 0)
      #expect(try tui.run(["bundle", "read", name + ".answer"] + data).status == 0)
    }
    #expect(
      try tui.run(["doctor"] + data).output.contains("pieces of files: 0 waiting, 0 refused\n"))
    let outcome = try centre.run(["files", "export", folder.path + "/out"])
    #expect(outcome.output.hasPrefix("written: 1\n"), "\(outcome)")
    let record = try #require(try folder.names(in: "out").first)
    #expect(try folder.read("out/\(record)/house.jpg") == large)
  }

  @Test func `an officer fetches a photo over a link that breaks, and it goes on where it was`()
    async throws
  {
    let proxy = try CuttingProxy(to: centre.port)
    let village = try await FieldLaptop("ผู้ใหญ่สมหมาย", in: folder)
    let district = try await FieldLaptop("ปลัดสุดา")
    try await village.enrol(
      try centre.code(.village, area: "47120601", name: "ผู้ใหญ่สมหมาย"), at: proxy.port)
    try await district.enrol(
      try centre.code(.district, area: "4712", name: "ปลัดสุดา"), at: proxy.port)
    try await village.finish(with: ["house.jpg": photo])
    #expect(await village.engine().run().outcome == .complete)
    let record = try #require(try await village.store.records(for: village.keyring).first?.id)
    await #expect(throws: SyncFailure.refused(.notAllowed)) {
      try await village.engine().files(of: record, for: village.keyring)
    }
    let files = try await district.engine().files(of: record, for: district.keyring)
    let file = try #require(files.first)
    #expect(files.count == 1 && file.isWhole && file.size == photo.count)
    let path = folder.path + "/fetched.jpg"
    proxy.next([.init(down: 60_000)] + Array(repeating: .init(down: 4_000), count: 10))
    await #expect(throws: SyncFailure.link(.cutOff)) {
      try await district.engine().fetch(file, of: record, to: path, for: district.keyring)
    }
    let part = try #require(try folder.names().first { $0.hasSuffix(".part") })
    let before = try folder.read(part).count
    #expect((FileLimits.piece..<photo.count).contains(before))
    proxy.next([])
    _ = proxy.takeCarried()
    try await district.engine().fetch(file, of: record, to: path, for: district.keyring)
    #expect(proxy.takeCarried().down < photo.count - before + 2 * FileLimits.piece)
    #expect(try folder.read("fetched.jpg") == photo)
    #expect(try folder.names().allSatisfy { !$0.hasSuffix(".part") })
    await #expect(throws: SyncFailure.fileIsThere) {
      try await district.engine().fetch(file, of: record, to: path, for: district.keyring)
    }
    proxy.stop()
  }

  @Test func `a link that is cut goes on where it was, and the centre says what is missing`()
    async throws
  {
    let proxy = try CuttingProxy(to: centre.port)
    let laptop = try await FieldLaptop("ผู้ใหญ่สมหมาย", in: folder)
    try await laptop.enrol(
      try centre.code(.village, area: "47120601", name: "ผู้ใหญ่สมหมาย"), at: proxy.port)
    try await laptop.finish(with: ["house.jpg": photo])
    _ = proxy.takeCarried()
    // libcurl itself tries a connection anew that it had kept open.
    proxy.next([.init(up: 70_000)] + Array(repeating: .init(up: 4_000), count: 10))
    let first = await laptop.engine().run()
    guard case .tryLater(.link(.cutOff), _) = first.outcome else {
      Issue.record("\(first)")
      return
    }
    let (arrived, all) = (first.progress.pieces, first.progress.waitingPieces)
    #expect((1..<17).contains(arrived) && all == 17)
    let before = try centre.run(["files", "export", folder.path + "/out"])
    #expect(before.status == 75)
    #expect(before.output.contains("house.jpg pieces \(arrived) of 17\n"), "\(before)")
    _ = proxy.takeCarried()
    proxy.next([])
    let second = await laptop.engine().run()
    #expect(second.outcome == .complete && second.progress.pieces == 17 - arrived)
    let carried = proxy.takeCarried().up
    #expect(carried < (17 - arrived + 2) * FileLimits.piece, "what is there does not go again")
    let after = try centre.run(["files", "export", folder.path + "/out"])
    #expect(after.output == "written: 1\nthere already: 0\n", "\(after)")
    proxy.stop()
  }
}
