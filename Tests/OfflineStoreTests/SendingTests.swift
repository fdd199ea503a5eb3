import OfflineStore
import Sealing
import SyncProtocol
import Testing

/// The life of a record from the last question to the backup of the centre.
struct SendingTests {
  private let laptop: Laptop
  private let store: SurveyStore
  private let head: Keyring
  private let submission = Array("<data><q1><age>63</age></q1></data>".utf8)
  private var centre: TestCentre { laptop.centre }

  init() async throws {
    laptop = try Laptop()
    store = try laptop.open()
    head = try await store.addHead()
  }

  private func enrol() async throws {
    try await store.enrolled(centre.enrolment(), url: "https://centre.example", for: head)
  }

  private func finished(_ draft: Draft? = nil) async throws -> RecordID {
    let draft = draft ?? laptop.draft()
    try await store.finish(draft, submission: submission, for: head)
    return draft.id
  }

  private func only() async throws -> RecordSummary {
    let records = try await store.records(for: head)
    return try #require(records.count == 1 ? records.first : nil)
  }

  @Test func `a finished record is sealed to the centre and signed by its author`() async throws {
    try await enrol()
    let id = try await finished()
    let items = try await store.outbox(limitBytes: 100_000)
    let item = try #require(items.first)
    #expect(items.count == 1)
    #expect(item.record == id)
    #expect(try centre.open(item, from: head) == String(decoding: submission, as: UTF8.self))
    let revision = try #require(item.revision)
    #expect(revision.header.author == PersonNumber(12))
    #expect(revision.header.village == centre.village)
    #expect(revision.header.finished == laptop.clock.now)
    #expect(revision.header.parents.isEmpty)
    #expect(try await only().revision == revision.hash(Digest.blake2b))
  }

  @Test func `who is not enrolled yet can finish, and it is sealed when enrolment comes`()
    async throws
  {
    let id = try await finished()
    #expect(try await store.outbox(limitBytes: 100_000).isEmpty)
    #expect(try await only().state == .ready)
    #expect(try await only().delivery == .none)
    try await enrol()
    let items = try await store.outbox(limitBytes: 100_000)
    #expect(items.map(\.record) == [id])
    #expect(
      try items.map { try centre.open($0, from: head) }.first
        == String(decoding: submission, as: UTF8.self))
  }

  @Test func `a finished record can be called back until it is handed to the network`() async throws
  {
    try await enrol()
    let draft = laptop.draft()
    _ = try await finished(draft)
    #expect(try await only().mayRecall)
    try await store.recall(draft.id, for: head)
    #expect(try await only().state == .draft)
    #expect(try await store.draft(draft.id, for: head) == draft)
    #expect(try await store.outboxSummary() == OutboxSummary())

    _ = try await finished(draft)
    _ = try await store.outbox(limitBytes: 100_000)
    #expect(try await only().mayRecall == false)
    await #expect(throws: StoreError.maybeSent) { try await store.recall(draft.id, for: head) }
  }

  @Test func `what never left the laptop can be called back after all`() async throws {
    try await enrol()
    let id = try await finished()
    let items = try await store.outbox(limitBytes: 100_000)
    try await store.withdraw(items.map(\.id))
    try await store.recall(id, for: head)
    #expect(try await only().state == .draft)
  }

  @Test func `what may have left once cannot be called back after a try that never left`()
    async throws
  {
    try await enrol()
    let id = try await finished()
    _ = try await store.outbox(limitBytes: 100_000)
    let again = try await store.outbox(limitBytes: 100_000)
    try await store.withdraw(again.map(\.id))
    await #expect(throws: StoreError.maybeSent) { try await store.recall(id, for: head) }
    #expect(try await only().delivery == .offered)
  }

  @Test func `the centre's receipt takes the readable copy and keeps the sealed one`() async throws
  {
    try await enrol()
    let id = try await finished()
    let items = try await store.outbox(limitBytes: 100_000)
    try await store.apply(centre.receipt(items, at: 10, archived: 9))
    #expect(try await only().state == .sent)
    #expect(try await only().delivery == .stored)
    #expect(try await only().title == "นายสมชาย ใจดี")
    #expect(try await store.outbox(limitBytes: 100_000).isEmpty)
    await #expect(throws: StoreError.noSuchRecord) { try await store.draft(id, for: head) }

    try await store.apply(centre.receipt(at: 12, archived: 10))
    #expect(try await only().delivery == .archived)
    #expect(try await only().state == .sent)
  }

  @Test func `a restored centre is offered everything that no backup holds`() async throws {
    try await enrol()
    let first = try await finished(laptop.draft("ครัวเรือนที่ 1"))
    let items = try await store.outbox(limitBytes: 100_000)
    try await store.apply(centre.receipt(items, at: 10, archived: 10))
    let second = try await finished(laptop.draft("ครัวเรือนที่ 2"))
    let more = try await store.outbox(limitBytes: 100_000)
    try await store.apply(centre.receipt(more, at: 11, archived: 10))
    #expect(try await store.outboxSummary().revisions == 0)

    let applied = try await store.apply(centre.receipt(epoch: Epoch(.sixteen(2)), at: 3))
    #expect(applied.isNewEpoch)
    let again = try await store.outbox(limitBytes: 100_000)
    #expect(again.map(\.record) == [second])
    #expect(again.map(\.item) == more.map(\.item), "the same bytes are the same revision")
    #expect(first != second)
    #expect(try await store.cursors().isEmpty)
    #expect(try await store.centre()?.epoch == Epoch(.sixteen(2)))
  }

  @Test func `a receipt of the old epoch's backup purges nothing of the new`() async throws {
    try await enrol()
    _ = try await finished()
    let items = try await store.outbox(limitBytes: 100_000)
    let epoch = Epoch(.sixteen(2))
    try await store.newEpoch(epoch)
    try await store.apply(centre.receipt(items, epoch: epoch, at: 5, archived: 4))
    #expect(try await only().delivery == .stored)
    try await store.apply(centre.receipt(epoch: epoch, at: 6, archived: 5))
    #expect(try await only().delivery == .archived)
  }

  @Test func `a refused record stays, says why, and holds up no other`() async throws {
    try await enrol()
    let bad = try await finished(laptop.draft("ครัวเรือนที่ 1"))
    _ = try await finished(laptop.draft("ครัวเรือนที่ 2"))
    let items = try await store.outbox(limitBytes: 100_000)
    let refused = [(id: items[0].id, problem: Problem.outOfArea)]
    try await store.apply(centre.receipt([items[1]], refused: refused))
    let records = try await store.records(for: head)
    #expect(records.first { $0.id == bad }?.delivery == .refused(.outOfArea))
    #expect(records.first { $0.id == bad }?.mayRecall == true)
    #expect(
      try await store.outboxSummary()
        == OutboxSummary(refused: 1))
    try await store.offerRefusedAgain()
    #expect(try await store.outbox(limitBytes: 100_000).map(\.record) == [bad])
  }

  @Test func `a batch has as much as fits, and never nothing`() async throws {
    try await enrol()
    for number in 0..<5 { _ = try await finished(laptop.draft("ครัวเรือนที่ \(number)")) }
    let one = try await store.outbox(limitBytes: 1)
    #expect(one.count == 1)
    let size = one[0].size
    let next = try await store.outbox(
      limitBytes: 2 * size + 20, after: OutboxPlace(records: one[0].id))
    #expect(next.count == 2)
    #expect(next[0].id > one[0].id)
  }

  @Test func `a laptop belongs to one centre`() async throws {
    try await enrol()
    let stranger = TestCentre()
    await #expect(throws: StoreError.otherCentre) {
      try await store.enrolled(stranger.enrolment(), url: "https://other.example", for: head)
    }
    #expect(try await store.centre()?.url == "https://centre.example")
  }

  @Test func `a sent record cannot be edited or finished again`() async throws {
    try await enrol()
    let draft = laptop.draft()
    _ = try await finished(draft)
    await #expect(throws: StoreError.notAllowed(.ready)) { try await store.save(draft, for: head) }
    await #expect(throws: StoreError.notAllowed(.ready)) { _ = try await finished(draft) }
    await #expect(throws: StoreError.notAllowed(.ready)) {
      try await store.trash(draft.id, for: head)
    }
  }
}
