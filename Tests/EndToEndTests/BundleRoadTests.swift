import Glibc
import Sealing
import SyncClient
import SyncProtocol
import TestSupport
import Testing

@testable import OfflineStore

/// The USB road, a lost laptop and a damaged store, with the programs as they are installed.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct BundleRoadTests {
  private let tui = Program(name: "fieldtui")
  private let centre: RunningCentre
  private let folder: TemporaryFolder
  private var data: [String] { ["--data", FieldLaptop.data(in: folder)] }

  init() throws {
    centre = try RunningCentre()
    folder = try TemporaryFolder()
  }

  /// Prepares a store with three finished records of an enrolled person, and lets go of it.
  private func prepare() async throws {
    let laptop = try await FieldLaptop("ผู้ใหญ่สมหมาย", in: folder)
    let code = try centre.code(.village, area: "47120601", name: "ผู้ใหญ่สมหมาย")
    try await laptop.enrol(code, at: centre.port)
    _ = try await laptop.finish(3)
  }

  private func received() throws -> Bool { try centre.run(["status"]).output.contains("3") }

  @Test func `records go on a stick and receipts come back, once and again`() async throws {
    try await prepare()
    let stick = folder.path + "/stick"
    let written = try tui.run(["bundle", "write", stick] + data)
    #expect(written.status == 0 && written.output == "records: 3\n", "\(written)")
    for _ in 0..<2 {
      let taken = try centre.run(["bundle", "read", stick])
      #expect(taken.status == 0 && taken.output.hasPrefix("stored: 3\n"), "\(taken)")
    }
    #expect(try received())
    for _ in 0..<2 {
      let read = try tui.run(["bundle", "read", stick + ".answer"] + data)
      #expect(read.status == 0 && read.output.hasPrefix("acknowledged: 3 of 3\n"), "\(read)")
    }
    let sync = try tui.run(["sync"] + data)
    #expect(sync.status == 0 && sync.output.contains("acknowledged: 0 of 0\n"), "\(sync)")
    #expect(try centre.run(["status"]).output.contains("3"), "and nothing is there twice")
  }

  @Test func `a stick that comes after the network changes nothing`() async throws {
    try await prepare()
    let stick = folder.path + "/stick"
    #expect(try tui.run(["bundle", "write", stick] + data).status == 0)
    #expect(try tui.run(["sync"] + data).output.contains("acknowledged: 3 of 3\n"))
    let before = try centre.run(["status"]).output
    #expect(try centre.run(["bundle", "read", stick]).output.hasPrefix("stored: 3\n"))
    #expect(try centre.run(["status"]).output == before)
    #expect(try tui.run(["bundle", "read", stick + ".answer"] + data).status == 0)
    #expect(try tui.run(["sync"] + data).output.contains("acknowledged: 0 of 0\n"))
  }

  @Test func `another file than a bundle of this laptop is refused`() async throws {
    try await prepare()
    let stick = folder.path + "/stick"
    try folder.write("จดหมาย", to: "stick")
    #expect(try centre.run(["bundle", "read", stick]).status == 65)
    #expect(try tui.run(["bundle", "read", stick] + data).status == 65)
    #expect(try tui.run(["bundle", "read", folder.path + "/none"] + data).status == 66)
    #expect(try tui.run(["bundle", "write", folder.path + "/no/stick"] + data).status == 74)
    let inTheWay = try tui.run(["bundle", "write", stick] + data)
    #expect(inTheWay.status == 74 && inTheWay.errors.contains("left alone"), "\(inTheWay)")
    #expect(try folder.read("stick") == Array("จดหมาย".utf8))
    unlink(stick)
    for _ in 0..<2 { #expect(try tui.run(["bundle", "write", stick] + data).status == 0) }
    let own = try tui.run(["bundle", "read", stick] + data)
    #expect(own.status == 65 && own.errors.contains("\(stick).answer"), "\(own)")
    var bytes = try folder.read("stick")
    bytes[bytes.count - 1] ^= 1
    try folder.write(bytes, to: "stick")
    let changed = try centre.run(["bundle", "read", stick])
    #expect(changed.status == 65)
    #expect(
      changed.errors.contains("คัดลอกมาไม่ครบ โปรดคัดลอกใหม่จากเครื่องนั้น [request.bad-signature]\n"))
    #expect(changed.errors.contains("Copy it again from the laptop. [request.bad-signature]\n"))
  }

  @Test func `what the centre does not take is said in words on both sides, with its code`()
    async throws
  {
    do {
      let laptop = try await FieldLaptop("ปลัดแดง", in: folder)
      try await laptop.enrol(
        try centre.code(.district, area: "4712", name: "ปลัดแดง"), at: centre.port)
      _ = try await laptop.finish(2)
    }
    let stick = folder.path + "/stick"
    #expect(try tui.run(["bundle", "write", stick] + data).status == 0)
    let taken = try centre.run(["bundle", "read", stick])
    #expect(
      taken.output == """
        stored: 0
        refused: 2 ผู้ทำรายการไม่มีสิทธิ หรือสิทธิหมดอายุ [item.not-allowed]
          Its author may not do this, or the certificate has run out.
        answer: \(stick).answer

        """)
    let sync = try tui.run(["sync"] + data)
    #expect(sync.status == 76, "\(sync)")
    #expect(
      sync.output.contains("\nrefused: 1 Your rights do not cover this. [item.not-allowed]\n"),
      "\(sync)")
  }

  @Test func `whoever presses send offers again what was refused, the timer does not`()
    async throws
  {
    try await prepare()
    do {
      let store = try SurveyStore(directory: FieldLaptop.data(in: folder), ambient: .laptop)
      // As if the district had mended since what the centre refused them for.
      try await store.change { connection in
        try connection.run(
          "UPDATE outbox SET state = 'refused', problem = \(Problem.outOfArea.rawValue)")
      }
    }
    let timer = try tui.run(["sync"] + data)
    #expect(timer.output.contains("acknowledged: 0 of 0\n"), "\(timer)")
    let byHand = try tui.run(
      ["--plain"] + data, input: "1\nควายสี่ตัวข้ามคลอง\n4\n\n:quit\n")
    #expect(byHand.output.contains("ส่งครบแล้ว ศูนย์ได้รับทุกรายการ"), "\(byHand)")
    #expect(try received(), "\(byHand)")
  }

  @Test func `a folder without a notebook is named, and stays as it is`() throws {
    let wrong = folder.path + "/wrong"
    for command in [["sync"], ["sync", "--dry-run"], ["bundle", "write", folder.path + "/stick"]] {
      let outcome = try tui.run(command + ["--data", wrong])
      #expect(outcome.status == 66 && outcome.errors.contains(wrong), "\(outcome)")
    }
    #expect(try folder.names() == [])
  }

  @Test func `a store is not salvaged into itself`() async throws {
    try await prepare()
    let outcome = try tui.run(["doctor", "--salvage", FieldLaptop.data(in: folder)] + data)
    #expect(outcome.status == 73 && outcome.errors.contains("Name an empty one"), "\(outcome)")
  }

  @Test func `a lost laptop hands in what is finished and forgets its keys`() async throws {
    try await prepare()
    let revoked = try centre.run(["revoke", "1"])
    #expect(revoked.status == 0 && revoked.output.contains("revoked 2"), "\(revoked)")
    let sync = try tui.run(["sync"] + data)
    #expect(sync.status == 76, "\(sync)")
    #expect(sync.output.contains("acknowledged: 3 of 3\n"))
    #expect(sync.errors.contains("revoked this laptop"))
    #expect(try received())
    let store = try SurveyStore(
      directory: FieldLaptop.data(in: folder),
      ambient: Ambient(now: { Timestamp(milliseconds: 0) }, random: randomBytes), cost: .test)
    await #expect(throws: StoreError.keysWiped) {
      try await store.signIn(
        1, passphrase: SecretBytes(copying: Array("ควายสี่ตัวข้ามคลอง".utf8)))
    }
    #expect(try centre.run(["laptops", "--area", "47"]).output.contains("revoked 2"))
    #expect(try centre.run(["revoke", "99"]).status == 66)
  }

  @Test func `a timer's sync waits while somebody works, and a doctor names the process`()
    async throws
  {
    try await prepare()
    let ambient = Ambient(now: { Timestamp(milliseconds: 0) }, random: randomBytes)
    let store = try SurveyStore(
      directory: FieldLaptop.data(in: folder), ambient: ambient, cost: .test)
    let sync = try tui.run(["sync"] + data)
    #expect(sync.status == 75 && sync.errors.contains("process \(getpid())"), "\(sync)")
    let doctor = try tui.run(["doctor"] + data)
    #expect(doctor.output.contains("store: in use by process \(getpid())\n"), "\(doctor)")
    #expect(try await store.people().count == 1)
  }

  @Test func `a damaged store is told, and what is intact is copied`() async throws {
    try await prepare()
    let well = try tui.run(["doctor"] + data)
    #expect(well.output.contains("store: whole, 1 people\n"), "\(well)")
    #expect(well.output.contains("outbox: 3 waiting, 0 refused\n"))
    var bytes = try folder.read("store/store.sqlite")
    for place in 0..<4096 { bytes[place] = 0x5A }
    try folder.write(bytes, to: "store/store.sqlite")
    let ill = try tui.run(["doctor"] + data)
    #expect(ill.status == 1 && ill.output.contains("store: damaged\n"), "\(ill)")
    let salvaged = folder.path + "/salvaged"
    let wrong = try tui.run(
      ["doctor", "--salvage", salvaged, "--data", folder.path + "/elsewhere"])
    #expect(wrong.status == 73 && wrong.errors.contains("no store here"), "\(wrong)")
    let salvage = try tui.run(["doctor", "--salvage", salvaged] + data)
    #expect(salvage.status == 0 && salvage.output.contains("waiting: 3\n"), "\(salvage)")
    let sync = try tui.run(["sync", "--data", salvaged])
    #expect(sync.output.contains("acknowledged: 3 of 3\n"), "\(sync)")
    #expect(try tui.run(["doctor", "--salvage", salvaged] + data).status == 73)
    let log = try tui.run(["doctor", "--log", "9", "--data", salvaged])
    #expect(log.output.contains("salvaged"), "\(log)")
  }
}
