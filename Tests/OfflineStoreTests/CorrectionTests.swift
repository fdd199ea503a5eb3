import SQLiteKit
import Sealing
import SyncProtocol
import TestSupport
import Testing

@testable import OfflineStore

/// A returned record stays returned until it is sent again, whatever its author does with it.
struct CorrectionTests {
  private let laptop: Laptop
  private let store: SurveyStore
  private let head: Keyring
  private let draft: Draft
  private let revision: RevisionHash

  private var centre: TestCentre { laptop.centre }

  init() async throws {
    laptop = try Laptop()
    store = try laptop.open()
    head = try await store.addHead()
    try await store.enrolled(
      laptop.centre.enrolment(), url: "https://centre.example", for: head)
    draft = laptop.draft()
    try await store.finish(draft, submission: draft.instance, for: head)
    let items = try await store.outbox(limitBytes: 100_000)
    revision = try #require(items.first?.revision?.hash(Digest.blake2b))
    try await store.apply(laptop.centre.receipt(items))
    try await sendBack(1)
  }

  private func sendBack(_ number: Int64, _ revision: RevisionHash? = nil) async throws {
    let body = EventBody(
      xml: "<data><age>630</age></data>",
      decision: DecisionBody(comments: [QuestionComment(path: "/data/age", text: "อายุ")]),
      title: "นายสมชาย ใจดี", office: Mandate(role: .district, area: AreaCode("4712") ?? .nation))
    let event = try centre.event(
      number, .returned, of: draft.id, revision ?? self.revision, box: head.boxKey, body: body)
    try await store.apply(centre.receipt(events: [event]))
  }

  private func only() async throws -> RecordSummary {
    try #require(try await store.records(for: head).first)
  }

  private var correction: Draft {
    var correction = draft
    correction.parent = revision
    correction.instance = Array("<data><age>63</age></data>".utf8)
    return correction
  }

  @Test func `a correction is returned when begun, finished and called back, and says by whom`()
    async throws
  {
    #expect(try await only().correction == .notBegun)
    try await store.save(correction, for: head)
    var summary = try await only()
    #expect(summary.state == .returned && summary.correction == .begun)
    #expect(summary.verdict?.by == "ปลัดอำเภอสุดา" && summary.comments == 1)
    #expect(summary.verdict?.office?.role == .district)
    try await store.finish(correction, submission: correction.instance, for: head)
    summary = try await only()
    #expect(summary.state == .ready && summary.correction == .finished)
    #expect(summary.verdict?.by == "ปลัดอำเภอสุดา")
    #expect(try await store.returned(draft.id, for: head).revision == revision)
    try await store.recall(draft.id, for: head)
    summary = try await only()
    #expect(summary.state == .returned && summary.correction == .begun)
    #expect(try await store.draft(draft.id, for: head).instance == correction.instance)
    try await store.finish(correction, submission: correction.instance, for: head)
    try await store.apply(centre.receipt(try await store.outbox(limitBytes: 100_000), at: 11))
    summary = try await only()
    #expect(summary.state == .resubmitted && summary.correction == nil)
  }

  @Test func `what the centre waits for cannot be thrown away`() async throws {
    await #expect(throws: StoreError.atTheCentre(.returned)) {
      try await store.trash(draft.id, for: head)
    }
    try await store.save(correction, for: head)
    await #expect(throws: StoreError.atTheCentre(.returned)) {
      try await store.trash(draft.id, for: head)
    }
    try await store.finish(correction, submission: correction.instance, for: head)
    await #expect(throws: StoreError.atTheCentre(.ready)) {
      try await store.trash(draft.id, for: head)
    }
    #expect(try await only().correction == .finished)
  }

  @Test func `a correction that an earlier program threw away is a correction again`() async throws
  {
    try await store.save(correction, for: head)
    try await store.change { try $0.run("UPDATE record SET trashed = 1586500000000") }
    #expect(try await only().state == .returned)
    #expect(try await only().correction == .begun)
    try await store.change { connection in
      try SurveyStore.emptyTrash(connection, now: Timestamp(milliseconds: 1_590_000_000_000))
    }
    #expect(try await only().correction == .begun)
    #expect(try await store.draft(draft.id, for: head).instance == correction.instance)
  }

  @Test func `a record that is returned twice is to be corrected twice`() async throws {
    try await store.finish(correction, submission: correction.instance, for: head)
    let items = try await store.outbox(limitBytes: 100_000)
    let second = try #require(items.first?.revision?.hash(Digest.blake2b))
    try await store.apply(centre.receipt(items, at: 11))
    try await sendBack(2, second)
    #expect(try await only().state == .returned)
    #expect(try await only().correction == .notBegun)
    #expect(try await store.returned(draft.id, for: head).revision == second)
  }

  @Test func `a correction that moves to another version, or loses its parent, stays one`()
    async throws
  {
    try await store.save(correction, for: head)
    var moved = correction
    moved.formVersion = "2563041002"
    moved.parent = nil
    try await store.save(moved, for: head)
    #expect(try await only().state == .returned)
    #expect(try await only().parent == revision)
    try await store.finish(moved, submission: moved.instance, for: head)
    let items = try await store.outbox(limitBytes: 100_000)
    #expect(items.first?.revision?.header.parents == [revision])
  }

  @Test func `a correction that was salvaged stays one before the centre is asked again`()
    async throws
  {
    try await store.save(correction, for: head)
    try await store.change { connection in
      try connection.run(script: "DROP TRIGGER record_updated")
      try connection.run("UPDATE record SET sum = sum + 1")
    }
    try await store.perform { try $0.checkpoint() }
    let folder = laptop.folder.path
    _ = try SurveyStore.salvage(
      try laptop.lostStore(), into: folder + "/rescued", ambient: laptop.ambient)
    let rescued = try SurveyStore(
      directory: folder + "/rescued", ambient: laptop.ambient, cost: .test)
    let keyring = try await rescued.signIn(head.person, passphrase: .text("ควายสี่ตัวข้ามคลอง"))
    #expect(try await rescued.records(for: keyring).map(\.state) == [.returned])
    await #expect(throws: StoreError.atTheCentre(.returned)) {
      try await rescued.trash(draft.id, for: keyring)
    }
  }

  @Test func `an officer who decides meanwhile is heard, and the correction is kept`() async throws
  {
    try await store.save(correction, for: head)
    let event = try centre.event(2, .rejected, of: draft.id, revision, box: head.boxKey)
    try await store.apply(centre.receipt(events: [event]))
    #expect(try await only().state == .rejected)
    #expect(try await only().correction == .begun)
    #expect(try await store.draft(draft.id, for: head).instance == correction.instance)
    await #expect(throws: StoreError.atTheCentre(.rejected)) {
      try await store.trash(draft.id, for: head)
    }
  }
}
