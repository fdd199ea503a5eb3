import OfflineStore
import Sealing
import SyncProtocol
import Testing

/// What comes back to the author: decisions, and records to correct.
struct FeedTests {
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
    draft = laptop.draft()
    try await store.enrolled(laptop.centre.enrolment(), url: "https://centre.example", for: head)
    try await store.finish(draft, submission: Array("<data/>".utf8), for: head)
    let items = try await store.outbox(limitBytes: 100_000)
    try await store.apply(laptop.centre.receipt(items))
    revision = try #require(items.first?.revision?.hash(Digest.blake2b))
  }

  private func event(
    _ number: Int64, _ state: ReviewState, body: EventBody? = nil
  ) throws -> FeedEvent {
    try centre.event(number, state, of: draft.id, revision, box: head.boxKey, body: body)
  }

  private var returning: EventBody {
    EventBody(
      xml: "<data><q1><age>630</age></q1></data>",
      decision: DecisionBody(
        reasons: [.implausible],
        comments: [QuestionComment(path: "/data/q1/age", text: "อายุ 630 ปี?")]),
      title: "นายสมชาย ใจดี")
  }

  private func only() async throws -> RecordSummary {
    try #require(try await store.records(for: head).first)
  }

  @Test(arguments: [
    (ReviewState.received, LocalState.sent), (.returned, .returned), (.rejected, .rejected),
    (.resubmitted, .resubmitted), (.verified, .verified), (.locked, .locked),
  ])
  func `a record is shown in the state that the centre says`(
    review: ReviewState, shown: LocalState
  ) async throws {
    try await store.apply(centre.receipt(events: [event(1, review)]))
    #expect(try await only().state == shown)
    #expect(try await store.cursors() == ["47120601": 1])
  }

  @Test func `a batch applied twice changes nothing`() async throws {
    let receipt = centre.receipt(events: [try event(1, .received), try event(2, .verified)])
    #expect(try await store.apply(receipt).events == 2)
    let records = try await store.records(for: head)
    #expect(try await store.apply(receipt).events == 0)
    #expect(try await store.records(for: head) == records)
    #expect(try await store.cursors() == ["47120601": 2])
  }

  @Test func `an older line does not undo a newer one`() async throws {
    try await store.apply(centre.receipt(events: [event(5, .verified)]))
    try await store.apply(centre.receipt(events: [event(4, .received)]))
    #expect(try await only().state == .verified)
    #expect(try await store.cursors() == ["47120601": 5])
  }

  @Test func `a returned record opens with the officer's words and stays returned`() async throws {
    try await store.apply(centre.receipt(events: [event(1, .returned, body: returning)]))
    let summary = try await only()
    #expect(summary.comments == 1)
    #expect(summary.verdict?.by == "ปลัดอำเภอสุดา")

    let returned = try await store.returned(draft.id, for: head)
    #expect(returned.submission == Array("<data><q1><age>630</age></q1></data>".utf8))
    #expect(returned.revision == revision)
    var correction = draft
    correction.parent = returned.revision
    correction.notes = returned.verdict.decision.comments
    try await store.save(correction, for: head)
    #expect(try await only().state == .returned)
    #expect(try await only().correction == .begun)
    #expect(try await only().comments == 1)
    #expect(try await only().verdict?.by == "ปลัดอำเภอสุดา")

    try await store.finish(correction, submission: Array("<data>63</data>".utf8), for: head)
    let items = try await store.outbox(limitBytes: 100_000)
    #expect(items.first?.revision?.header.parents == [revision])
    #expect(items.first?.record == draft.id)
    try await store.apply(centre.receipt(items))
    #expect(try await only().state == .resubmitted)
    #expect(try await only().comments == 0)
  }

  @Test func `a correction can be called back and looked at again`() async throws {
    try await store.apply(centre.receipt(events: [event(1, .returned, body: returning)]))
    var correction = draft
    correction.parent = revision
    try await store.finish(correction, submission: Array("<data>63</data>".utf8), for: head)
    try await store.recall(draft.id, for: head)
    #expect(try await store.draft(draft.id, for: head).parent == revision)
    #expect(try await store.returned(draft.id, for: head).revision == revision)
  }

  @Test func `only a returned record is opened for correction`() async throws {
    try await store.apply(centre.receipt(events: [event(1, .verified)]))
    await #expect(throws: StoreError.notAllowed(.verified)) {
      try await store.returned(draft.id, for: head)
    }
    var correction = draft
    correction.parent = revision
    await #expect(throws: StoreError.notAllowed(.verified)) {
      try await store.save(correction, for: head)
    }
  }

  @Test func `a rejection says why`() async throws {
    let body = EventBody(decision: DecisionBody(reasons: [.duplicate], note: "ซ้ำกับบ้านเลขที่ 5"))
    try await store.apply(centre.receipt(events: [event(1, .rejected, body: body)]))
    #expect(try await only().verdict?.decision.reasons == [.duplicate])
  }

  @Test func `a record from the author's lost laptop comes back to be corrected`() async throws {
    let other = RecordID(laptop.ambient)
    try await store.apply(
      centre.receipt(events: [
        centre.event(1, .returned, of: other, revision, box: head.boxKey, body: returning)
      ]))
    let records = try await store.records(for: head)
    #expect(records.first { $0.id == other }?.title == "นายสมชาย ใจดี")
    #expect(try await store.returned(other, for: head).revision == revision)
  }

  @Test func `a line for someone who does not use this laptop only moves the cursor`() async throws
  {
    let stranger = try centre.event(
      3, .returned, of: draft.id, revision, to: 99, box: BoxKeys().publicKey, body: returning)
    #expect(try await store.apply(centre.receipt(events: [stranger])).events == 0)
    #expect(try await only().state == .sent)
    #expect(try await store.cursors() == ["47120601": 3])
  }

  @Test func `after a restore the feed counts from its beginning again`() async throws {
    try await store.apply(centre.receipt(events: [event(9, .verified)]))
    let epoch = Epoch(.sixteen(2))
    try await store.apply(centre.receipt(epoch: epoch, events: [event(1, .received)]))
    #expect(try await only().state == .verified, "lines after a gap are not taken")
    try await store.apply(centre.receipt(epoch: epoch, events: [event(1, .received)]))
    #expect(try await only().state == .sent)
  }
}
