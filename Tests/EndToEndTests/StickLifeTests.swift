import OfflineStore
import Sealing
import SyncClient
import SyncProtocol
import TestSupport
import Testing

@testable import FieldTUI

/// The whole life of a record over sticks alone: neither laptop ever reaches the centre's port.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct StickLifeTests {
  private let stick: TemporaryFolder
  private let centre: RunningCentre

  init() throws {
    stick = try TemporaryFolder()
    centre = try RunningCentre()
  }

  @Test func `a record is enrolled for, finished, returned, corrected and verified by stick`()
    async throws
  {
    let village = try await FieldLaptop("ผู้ใหญ่สมหมาย")
    try await enrol(village, .village, area: "47120601")
    let officer = try await FieldLaptop("ปลัดสุดา")
    try await enrol(officer, .district, area: "4712")
    #expect(try await village.store.centre()?.title == officer.store.centre()?.title)

    _ = try await village.finish(1)
    #expect(try await exchange(village).acknowledged == 1)
    _ = try await exchange(officer)
    let first = try #require(try await officer.store.queue(for: officer.keyring).first)
    try await officer.store.decide(
      .return, on: first.id, judged: first.revision,
      body: DecisionBody(
        reasons: [.idMismatch], comments: [QuestionComment(path: "/data/q1/age", text: "อายุไม่ตรง")]),
      for: officer.keyring)
    #expect(try await exchange(officer).acknowledged == 1)

    // The centre answers the laptop's last bundle again: nobody had to bring another one.
    let news = stick.path + "/news"
    let written = try centre.run(["bundle", "write", "1", news])
    #expect(written.status == 0, "\(written)")
    let answer = try #require(BundleFile(reading: try stick.read("news")))
    #expect(try await village.engine().read(answer).received == 1)
    let returned = try await village.store.returned(first.id, for: village.keyring)
    #expect(returned.verdict.decision.reasons == [.idMismatch])

    try await correct(returned, on: village)
    #expect(try await exchange(village).acknowledged == 1)
    _ = try await exchange(officer)
    let second = try #require(try await officer.store.queue(for: officer.keyring).first)
    #expect(second.state == .resubmitted && second.hasPrevious)
    try await officer.store.decide(
      .verify, on: second.id, judged: second.revision, body: DecisionBody(),
      for: officer.keyring)
    _ = try await exchange(officer)
    _ = try await exchange(village)
    #expect(try await village.store.records(for: village.keyring).map(\.state) == [.verified])
    let audit = try centre.run(["audit", "verify"])
    #expect(audit.output.contains("whole"), "\(audit)")
  }

  @Test func `a folder on the stick takes what waits and gives back what the centre said`()
    async throws
  {
    let laptop = try await FieldLaptop("ผู้ใหญ่สมหมาย")
    try await enrol(laptop, .village, area: "47120601")
    #expect(await laptop.engine().run().outcome == .needsPerson(.byStick))
    _ = try await laptop.finish(2)
    let device = try #require(try await laptop.store.device().number)
    let road = StickRoad(engine: laptop.engine())
    try stick.write("คำตอบที่คัดลอกไม่ครบ", to: "fieldtui-\(device.value).bundle.2.answer")
    try stick.write("ของหมู่บ้านอื่น", to: "fieldtui-99.bundle.answer")
    let first = try await road.exchange(in: stick.path, device: device)
    #expect(first.answers == 0 && first.unusable == 1 && first.written.items == 2)
    #expect(first.file == stick.path + "/fieldtui-\(device.value).bundle" && first.files == 1)
    #expect(try centre.run(["bundle", "read", first.file]).status == 0)
    let second = try await road.exchange(in: stick.path, device: device)
    #expect(second.answers == 1 && second.acknowledged == 2 && second.written.items == 0)
    await #expect(throws: BundleProblem.cannotWrite) {
      try await road.exchange(in: stick.path + "/none", device: device)
    }
  }

  @Test func `a person at the app enrols with a file instead of an address`() throws {
    let program = Program(name: "fieldtui")
    let data = ["--plain", "--data", stick.path + "/store"]
    let code = try centre.code(.village, area: "47050103", name: "นายสมหมาย ใจดี").description
    let person = [
      "นายสมหมาย ใจดี", "ผู้ใหญ่บ้าน", "1", "พังโคน", "3", "บ้านตัวอย่าง", "ควายสี่ตัวข้ามคลอง",
      "ควายสี่ตัวข้ามคลอง",
    ]
    let enrol = [stick.path + "/enrol", code]
    func talk(_ lines: [String]) throws -> String {
      try program.run(data, input: (lines + [":quit", ""]).joined(separator: "\n")).output
    }
    #expect(try talk(person + [":กลับ"] + enrol).contains("เขียนไฟล์แล้ว นำไปอำเภอ"))
    #expect(try centre.run(["bundle", "read", stick.path + "/enrol"]).status == 0)
    // Settings, enrolment, and the same file and code again.
    let back = try talk(["1", "ควายสี่ตัวข้ามคลอง", "9", "2"] + enrol)
    #expect(back.contains("ลงทะเบียนแล้ว ส่งข้อมูลได้"), "\(back)")
  }

  @Test func `an answer of another code, and a news file for nobody, change nothing`() async throws
  {
    let village = try await FieldLaptop("ผู้ใหญ่สมหมาย")
    let code = try centre.code(.village, area: "47120601", name: "ผู้ใหญ่สมหมาย")
    let other = try centre.code(.village, area: "47120602", name: "นางคำ")
    let file = try await village.engine().enrolmentFile(code, name: "ส", for: village.keyring)
    try stick.write(file.bytes, to: "enrol")
    #expect(try centre.run(["bundle", "read", stick.path + "/enrol"]).status == 0)
    let answer = try #require(EnrolmentFile(reading: try stick.read("enrol.answer")))
    await #expect(throws: SyncFailure.store(.unusableBundle)) {
      try await village.engine().enrol(with: answer, other, for: village.keyring)
    }
    #expect(try await village.store.centre() == nil)
    #expect(try centre.run(["bundle", "write", "9", stick.path + "/news"]).status == 66)
  }

  private func enrol(_ laptop: FieldLaptop, _ role: Role, area: String) async throws {
    let code = try centre.code(role, area: area, name: "ผู้ทดลอง")
    let request = try await laptop.engine().enrolmentFile(
      code, name: "ผู้ทดลอง", for: laptop.keyring)
    try stick.write(request.bytes, to: "enrol")
    let taken = try centre.run(["bundle", "read", stick.path + "/enrol"])
    #expect(taken.status == 0 && taken.output.hasPrefix("enrolled: ผู้ทดลอง \(area)\n"), "\(taken)")
    let answer = try #require(EnrolmentFile(reading: try stick.read("enrol.answer")))
    try await laptop.engine().enrol(with: answer, code, for: laptop.keyring)
  }

  /// One way there and back again.
  private func exchange(_ laptop: FieldLaptop) async throws -> SyncProgress {
    let (file, _) = try await laptop.engine().bundle()
    try stick.write(file.bytes, to: "bundle")
    let taken = try centre.run(["bundle", "read", stick.path + "/bundle"])
    try #require(taken.status == 0, "\(taken)")
    let answer = try #require(BundleFile(reading: try stick.read("bundle.answer")))
    return try await laptop.engine().read(answer)
  }

  private func correct(_ returned: ReturnedRecord, on laptop: FieldLaptop) async throws {
    let form = try #require(FormHash(String(repeating: "0b", count: 16)))
    let draft = Draft(
      id: returned.id, formID: "affected_person", formVersion: "1", formHash: form,
      instance: returned.submission, title: returned.title,
      changed: Timestamp(milliseconds: 1_586_490_000_000), parent: returned.revision)
    try await laptop.store.finish(
      draft, submission: returned.submission + Array("\n".utf8), for: laptop.keyring)
  }
}
