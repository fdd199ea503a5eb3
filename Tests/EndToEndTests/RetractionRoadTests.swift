import OfflineStore
import SyncClient
import SyncProtocol
import TestSupport
import Testing

/// Corrections, retractions and copies between real laptops and a real centre, by either road.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct RetractionRoadTests {
  private let stick: TemporaryFolder
  private let centre: RunningCentre
  private let village: FieldLaptop
  private let officer: FieldLaptop

  init() async throws {
    stick = try TemporaryFolder()
    centre = try RunningCentre()
    village = try await FieldLaptop("ผู้ใหญ่สมหมาย")
    officer = try await FieldLaptop("ปลัดสุดา")
    try await village.enrol(
      try centre.code(.village, area: "47120601", name: "ผู้ใหญ่สมหมาย"), at: centre.port)
    try await officer.enrol(
      try centre.code(.district, area: "4712", name: "ปลัดสุดา"), at: centre.port)
  }

  private func exchange(_ laptop: FieldLaptop, byStick: Bool) async throws {
    guard byStick else {
      _ = await laptop.engine().run()
      return
    }
    let (file, _) = try await laptop.engine().bundle()
    try stick.write(file.bytes, to: "bundle")
    let taken = try centre.run(["bundle", "read", stick.path + "/bundle"])
    try #require([0, 76].contains(taken.status), "\(taken)")
    let answer = try #require(BundleFile(reading: try stick.read("bundle.answer")))
    _ = try await laptop.engine().read(answer)
  }

  private func only() async throws -> RecordSummary {
    try #require(try await village.store.records(for: village.keyring).first)
  }

  private func decide(_ decision: Decision, because reasons: [ReturnReason]) async throws {
    let entry = try #require(try await officer.store.queue(for: officer.keyring).first)
    try await officer.store.decide(
      decision, on: entry.id, judged: entry.revision, body: DecisionBody(reasons: reasons),
      for: officer.keyring)
  }

  @Test(arguments: [false, true])
  func `a village retracts, the officer hears why and brings it back`(byStick: Bool) async throws {
    let id = try #require(try await village.finish(1).first)
    try await exchange(village, byStick: byStick)
    try await exchange(officer, byStick: byStick)
    try await village.store.retract(
      id, because: .other, note: "ย้ายไปแล้ว", for: village.keyring)
    try await exchange(village, byStick: byStick)
    #expect(try await only().state == .retracted)
    #expect(try await only().verdict?.decision.note == "ย้ายไปแล้ว")
    try await exchange(officer, byStick: byStick)
    let review = try await officer.store.review(id, for: officer.keyring)
    #expect(review.entry.state == .retracted && review.verdict?.decision.note == "ย้ายไปแล้ว")
    try await decide(.restore, because: [.other])
    try await exchange(officer, byStick: byStick)
    try await exchange(village, byStick: byStick)
    #expect(try await only().state == .sent)
    #expect(try centre.run(["audit", "verify"]).status == 0)
  }

  @Test(arguments: [false, true])
  func `what an officer verified first stays verified, and the village hears it`(
    byStick: Bool
  ) async throws {
    let id = try #require(try await village.finish(1).first)
    try await exchange(village, byStick: byStick)
    try await exchange(officer, byStick: byStick)
    try await decide(.verify, because: [])
    try await village.store.retract(id, because: .mistake, for: village.keyring)
    try await exchange(officer, byStick: byStick)
    try await exchange(village, byStick: byStick)
    #expect(try await only().state == .verified)
    #expect(try await only().retraction == .refused(.forbiddenArrow))
  }

  @Test(arguments: [false, true])
  func `a record that came back is returned until it is sent again`(byStick: Bool) async throws {
    let id = try #require(try await village.finish(1).first)
    try await exchange(village, byStick: byStick)
    try await exchange(officer, byStick: byStick)
    try await decide(.return, because: [.incomplete])
    try await exchange(officer, byStick: byStick)
    try await exchange(village, byStick: byStick)
    let returned = try await village.store.returned(id, for: village.keyring)
    let form = try #require(FormHash(String(repeating: "0b", count: 16)))
    let correction = Draft(
      id: id, formID: "affected-person", formVersion: "1", formHash: form,
      instance: returned.submission, title: returned.title,
      changed: Timestamp(milliseconds: 1_586_490_000_000), parent: returned.revision)
    try await village.store.save(correction, for: village.keyring)
    try await exchange(village, byStick: byStick)
    #expect(try await only().state == .returned)
    #expect(try await only().verdict?.office?.role == .district)
    try await village.store.finish(
      correction, submission: returned.submission, for: village.keyring)
    try await exchange(village, byStick: byStick)
    #expect(try await only().state == .resubmitted)
  }

  @Test(arguments: [false, true])
  func `what was sent comes back to be read when its author asks`(byStick: Bool) async throws {
    let id = try #require(try await village.finish(1).first)
    try await exchange(village, byStick: byStick)
    #expect(try await village.store.reading(of: id, for: village.keyring) == .mayAsk)
    try await village.store.askForCopy(of: id, for: village.keyring)
    try await exchange(village, byStick: byStick)
    guard case .here(let text) = try await village.store.reading(of: id, for: village.keyring)
    else {
      Issue.record("the text did not come")
      return
    }
    #expect(text.origin == .copy)
    #expect(String(decoding: text.instance, as: UTF8.self).contains("นายสมชาย ใจดี"))
  }

  @Test func `of what was sent out and never arrived the centre says so, and it is called back`()
    async throws
  {
    let id = try #require(try await village.finish(1).first)
    // As after a 500: it was handed over, and nobody answered.
    _ = try await village.store.outbox(limitBytes: 100_000)
    await #expect(throws: StoreError.maybeSent) {
      try await village.store.recall(id, for: village.keyring)
    }
    #expect(try await village.engine().settle() == Settlement(missing: 1))
    try await village.store.recall(id, for: village.keyring)
    #expect(try await only().state == .draft)
  }

  @Test func `what a stick may still bring stays in doubt, and what arrived is sent`() async throws
  {
    _ = try await village.finish(1)
    let (file, _) = try await village.engine().bundle()
    #expect(try await village.engine().settle() == Settlement(unknown: 1))
    #expect(try await only().delivery == .offered)
    try stick.write(file.bytes, to: "bundle")
    #expect(try centre.run(["bundle", "read", stick.path + "/bundle"]).status == 0)
    #expect(try await village.engine().settle() == Settlement(arrived: 1))
    #expect(try await only().state == .sent)
  }
}
