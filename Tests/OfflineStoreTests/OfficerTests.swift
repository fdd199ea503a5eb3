import Compression
import OfflineStore
import Sealing
import SyncProtocol
import Testing

/// A deputy district officer's side: a queue that works offline, and decisions.
struct OfficerTests {
  private let laptop: Laptop
  private let store: SurveyStore
  private let officer: Keyring
  private let record: RecordID
  private let first = RevisionHash(.sixteen(11))
  private let second = RevisionHash(.sixteen(12))
  private var centre: TestCentre { laptop.centre }

  init() async throws {
    laptop = try Laptop()
    store = try laptop.open()
    officer = try await store.addPerson(
      name: "ปลัดสุดา", passphrase: .text("ควายสี่ตัวข้ามคลอง"), profile: Profile(name: "ปลัดสุดา"))
    try await store.enrolled(
      laptop.centre.enrolment(30, as: .district, area: "4712"), url: "https://centre.example",
      for: officer)
    record = RecordID(laptop.ambient)
    let received = EventBody(
      xml: "<data><age>630</age></data>",
      title: "นายสมชาย ใจดี", author: "ผู้ใหญ่สมหมาย",
      warnings: [QuestionComment(path: "/data/age", text: "warn_age")],
      duplicateOf: [RecordID(laptop.ambient)], standing: .fork)
    try await store.apply(
      laptop.centre.receipt(events: [
        laptop.centre.event(
          1, .received, of: record, RevisionHash(.sixteen(11)), to: 30, box: officer.boxKey,
          body: received)
      ]))
  }

  private func only() async throws -> QueueEntry {
    try #require(try await store.queue(for: officer).first)
  }

  @Test func `the queue names the village as the record does`() async throws {
    #expect(try await only().villageName == nil)
    let named = EventBody(xml: "<data><site_name>บ้านโพน &amp; บ้านใหม่</site_name></data>")
    let event = try centre.event(
      2, .received, of: RecordID(laptop.ambient), second, to: 30, box: officer.boxKey, body: named)
    try await store.apply(centre.receipt(events: [event]))
    #expect(try await store.queue(for: officer).compactMap(\.villageName) == ["บ้านโพน & บ้านใหม่"])
  }

  private let reasons = DecisionBody(
    comments: [QuestionComment(path: "/data/age", text: "อายุ 630 ปี?")])

  private func resubmit() async throws {
    let body = EventBody(xml: "<data><age>63</age></data>", title: "นายสมชาย ใจดี")
    try await store.apply(
      centre.receipt(events: [
        centre.event(
          2, .returned, of: record, first, to: 30, box: officer.boxKey,
          body: EventBody(decision: reasons)),
        centre.event(3, .resubmitted, of: record, second, to: 30, box: officer.boxKey, body: body),
      ]))
  }

  @Test func `a fetched record is in the queue, and reads without the centre`() async throws {
    let entry = try await only()
    #expect(entry.title == "นายสมชาย ใจดี")
    #expect(entry.author == "ผู้ใหญ่สมหมาย")
    #expect(entry.warnings.map(\.text) == ["warn_age"])
    #expect(entry.duplicateOf.count == 1)
    #expect(entry.standing == .fork)
    #expect(entry.village == centre.village)
    let unknown = RecordID(laptop.ambient)
    #expect(try await store.entries(of: [unknown, record], for: officer) == [entry])
    #expect(try await only() == entry, "the second look opens no box and sees the same")
    let review = try await store.review(record, for: officer)
    #expect(review.submission == Array("<data><age>630</age></data>".utf8))
    #expect(review.previous == nil)
    #expect(try await store.records(for: officer).isEmpty)
  }

  @Test func `a resubmitted record is there with the one before it`() async throws {
    try await resubmit()
    let review = try await store.review(record, for: officer)
    #expect(review.submission == Array("<data><age>63</age></data>".utf8))
    #expect(review.previous == Array("<data><age>630</age></data>".utf8))
    #expect(review.verdict?.decision == reasons)
    #expect(review.entry.hasPrevious)
    #expect(review.entry.revision == second)
  }

  @Test func `a decision is signed, names what it judged, and waits to be sent`() async throws {
    try await store.decide(.return, on: record, judged: first, body: reasons, for: officer)
    #expect(try await only().pending == .return)
    #expect(try await only().mayUndo)
    let item = try #require(try await store.outbox(limitBytes: 10_000).first)
    let decision = try #require(item.decision)
    #expect(decision.header.judged == first)
    #expect(
      SigningKeys.verify(decision.signature, of: decision.signedBytes, by: officer.signingKey))
    let words = try Zstandard.decompress(centre.box.open(decision.box), limit: 10_000)
    #expect(WireJSON.decode(DecisionBody.self, from: words) == reasons)
  }

  @Test func `the last decision can be undone until it is handed to the network`() async throws {
    try await store.decide(.verify, on: record, judged: first, body: DecisionBody(), for: officer)
    #expect(try await store.undoLastDecision(for: officer) == record)
    #expect(try await only().pending == nil)
    await #expect(throws: StoreError.nothingToUndo) {
      try await store.undoLastDecision(for: officer)
    }
    try await store.decide(.verify, on: record, judged: first, body: DecisionBody(), for: officer)
    _ = try await store.outbox(limitBytes: 10_000)
    await #expect(throws: StoreError.nothingToUndo) {
      try await store.undoLastDecision(for: officer)
    }
    await #expect(throws: StoreError.alreadySent) {
      try await store.decide(.return, on: record, judged: first, body: reasons, for: officer)
    }
  }

  @Test func `a second decision before the sync takes the place of the first`() async throws {
    try await store.decide(.verify, on: record, judged: first, body: DecisionBody(), for: officer)
    try await store.decide(.return, on: record, judged: first, body: reasons, for: officer)
    #expect(
      try await store.outbox(limitBytes: 10_000).map(\.decision?.header.decision) == [.return])
  }

  @Test func `a decision on an older revision is refused`() async throws {
    try await resubmit()
    await #expect(throws: StoreError.staleDecision) {
      try await store.decide(.verify, on: record, judged: first, body: DecisionBody(), for: officer)
    }
  }

  @Test func `the arrows and the reasons are those of the centre`() async throws {
    await #expect(throws: StoreError.missingReason) {
      try await store.decide(.return, on: record, judged: first, body: DecisionBody(), for: officer)
    }
    await #expect(throws: StoreError.forbiddenDecision) {
      try await store.decide(.unverify, on: record, judged: first, body: reasons, for: officer)
    }
    await #expect(throws: StoreError.noSuchRecord) {
      try await store.decide(
        .verify, on: RecordID(laptop.ambient), judged: first, body: DecisionBody(), for: officer)
    }
  }

  @Test func `what an officer writes outlives the program, and a blank page forgets it`()
    async throws
  {
    let remarks = DecisionBody(comments: [QuestionComment(path: "/data/age", text: "อายุ?")])
    try await store.keep(reasons, on: record, for: officer)
    try await store.keep(remarks, on: record, for: officer)
    #expect(try await store.remarks(for: officer) == [record: remarks])
    let other = try await store.addHead()
    #expect(try await store.remarks(for: other).isEmpty)
    try await store.keep(DecisionBody(), on: record, for: officer)
    #expect(try await store.remarks(for: officer).isEmpty)
  }

  @Test func `the words of a decision come back when it is undone or refused`() async throws {
    try await store.keep(reasons, on: record, for: officer)
    try await store.decide(.return, on: record, judged: first, body: reasons, for: officer)
    #expect(try await store.remarks(for: officer).isEmpty)
    try await store.undoLastDecision(for: officer)
    #expect(try await store.remarks(for: officer) == [record: reasons])
    try await store.decide(.return, on: record, judged: first, body: reasons, for: officer)
    let item = try #require(try await store.outbox(limitBytes: 10_000).first)
    try await store.apply(centre.receipt(refused: [(id: item.id, problem: .staleDecision)]))
    #expect(try await store.remarks(for: officer) == [record: reasons])
  }

  @Test func `once the centre has a decision its words are gone, and later ones stay`() async throws
  {
    try await store.decide(.return, on: record, judged: first, body: reasons, for: officer)
    let items = try await store.outbox(limitBytes: 10_000)
    let later = DecisionBody(note: "ให้ดูทะเบียนบ้านด้วย")
    try await store.keep(later, on: record, for: officer)
    try await store.apply(centre.receipt(items))
    #expect(try await store.remarks(for: officer) == [record: later])
    try await store.decide(.return, on: record, judged: first, body: reasons, for: officer)
    try await store.apply(centre.receipt(try await store.outbox(limitBytes: 10_000)))
    #expect(try await store.remarks(for: officer).isEmpty)
  }

  @Test func `a late version can be taken or left, whatever was decided before`() async throws {
    let late = EventBody(xml: "<data><age>64</age></data>", title: "นายสมชาย ใจดี", standing: .late)
    try await store.apply(
      centre.receipt(events: [
        centre.event(
          2, .verified, of: record, second, to: 30, box: officer.boxKey, body: late)
      ]))
    #expect(try await only().standing == .late)
    await #expect(throws: StoreError.forbiddenDecision) {
      try await store.decide(.unverify, on: record, judged: second, body: reasons, for: officer)
    }
    try await store.decide(.return, on: record, judged: second, body: reasons, for: officer)
    #expect(try await only().pending == .return)
  }

  @Test func `a late version of a rejected record shows its own text, and goes when it is left`()
    async throws
  {
    let rejected = EventBody(decision: DecisionBody(reasons: [.duplicate]))
    let late = EventBody(xml: "<data><age>64</age></data>", title: "นายสมชาย ใจดี", standing: .late)
    try await store.apply(
      centre.receipt(events: [
        centre.event(2, .rejected, of: record, first, to: 30, box: officer.boxKey, body: rejected),
        centre.event(
          3, .rejected, of: record, second, to: 30, standing: .late, box: officer.boxKey,
          body: late),
      ]))
    let opened = try await store.review(record, for: officer)
    #expect(opened.submission == Array("<data><age>64</age></data>".utf8))
    #expect(opened.entry.standing == .late && opened.entry.revision == second)
    #expect(opened.verdict?.decision.reasons == [.duplicate], "the word on the record stays")
    let before = try #require(opened.previous)
    try await store.apply(
      centre.receipt(events: [
        centre.event(4, .rejected, of: record, first, to: 30, box: officer.boxKey, body: rejected)
      ]))
    let left = try await store.review(record, for: officer)
    #expect(left.submission == before && left.entry.standing == .fork, "as the first one stood")
  }

  @Test func `a record from a revoked laptop is marked`() async throws {
    let body = EventBody(xml: "<data/>", title: "นางสมศรี", revoked: .finishedAfter)
    try await store.apply(
      centre.receipt(events: [
        centre.event(2, .received, of: record, second, to: 30, box: officer.boxKey, body: body)
      ]))
    #expect(try await only().revoked == .finishedAfter)
  }

  @Test func `a decision that the centre refused is shown and can be taken again`() async throws {
    try await store.decide(.verify, on: record, judged: first, body: DecisionBody(), for: officer)
    let item = try #require(try await store.outbox(limitBytes: 10_000).first)
    try await store.apply(centre.receipt(refused: [(id: item.id, problem: .staleDecision)]))
    #expect(try await only().refusal == .staleDecision)
    #expect(try await only().pending == nil)
    try await store.decide(.return, on: record, judged: first, body: reasons, for: officer)
    #expect(try await only().pending == .return)
    #expect(try await only().refusal == nil)
  }

  @Test func `a stored decision gives way to what the feed says`() async throws {
    try await store.decide(.verify, on: record, judged: first, body: DecisionBody(), for: officer)
    let items = try await store.outbox(limitBytes: 10_000)
    let verified = try centre.event(2, .verified, of: record, first, to: 30, box: officer.boxKey)
    try await store.apply(centre.receipt(items, events: [verified]))
    #expect(try await only().pending == nil)
    #expect(try await only().state == .verified)
  }

  @Test func `a submission sealed to lost keys is shown as such and hides no other`() async throws {
    let lost = try centre.event(
      2, .received, of: RecordID(laptop.ambient), second, to: 30, box: BoxKeys().publicKey,
      body: EventBody(xml: "<data/>", title: "นางสมศรี"))
    try await store.apply(centre.receipt(events: [lost]))
    let queue = try await store.queue(for: officer)
    #expect(queue.map(\.isDamaged) == [false, true])
    await #expect(throws: StoreError.damaged("a sealed value does not open")) {
      try await store.review(lost.record, for: officer)
    }
  }

  @Test func `a thousand records are fetched and listed in a moment`() async throws {
    let xml = String(repeating: "<q>ตอบ</q>", count: 150)
    let events = try (2...1001).map { number in
      try centre.event(
        number, .received, of: RecordID(laptop.ambient), second, to: 30, box: officer.boxKey,
        body: EventBody(xml: xml, title: "ครัวเรือนที่ \(number)", author: "ผู้ใหญ่สมหมาย"))
    }
    let clock = ContinuousClock()
    let fetched = try await clock.measure { try await store.apply(centre.receipt(events: events)) }
    let opened = try await clock.measure { _ = try await store.queue(for: officer) }
    let again = try await clock.measure { _ = try await store.queue(for: officer) }
    print("1,000 records fetched in \(fetched), opened in \(opened), listed again in \(again)")
    #expect(try await store.queue(for: officer).last?.title == "ครัวเรือนที่ 1001")
  }
}
