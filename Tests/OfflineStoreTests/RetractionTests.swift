import Compression
import OfflineStore
import Sealing
import SyncProtocol
import Testing

/// A village takes back what it handed in, and reads it again.
struct RetractionTests {
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
    try await store.finish(draft, submission: draft.instance, for: head)
    let items = try await store.outbox(limitBytes: 100_000)
    revision = try #require(items.first?.revision?.hash(Digest.blake2b))
    try await store.apply(laptop.centre.receipt(items))
  }

  private func only() async throws -> RecordSummary {
    try #require(try await store.records(for: head).first)
  }

  private func step() async throws -> (item: OutboxItem, step: StepItem) {
    let item = try #require(try await store.outbox(limitBytes: 100_000).first)
    guard case .step(let step) = item.item else { throw StoreError.noSuchRecord }
    return (item, step)
  }

  private func words(_ step: StepItem) throws -> DecisionBody? {
    let json = try Zstandard.decompress(centre.box.open(step.box), limit: 1 << 20)
    return WireJSON.decode(DecisionBody.self, from: json)
  }

  @Test func `a retraction is signed, says why, and takes the record out once the centre has it`()
    async throws
  {
    #expect(try await only().mayRetract)
    try await store.retract(draft.id, because: .double, note: "ซ้ำกับบ้านเลขที่ 5", for: head)
    #expect(try await only().state == .sent)
    #expect(try await !only().mayRetract)
    #expect(try await only().retraction == .waiting(mayCallOff: true))
    #expect(try await store.outboxSummary().steps == 1)
    let (item, step) = try await step()
    #expect(SigningKeys.verify(step.signature, of: step.signedBytes, by: head.signingKey))
    #expect(step.header.record == draft.id && step.header.revision == revision)
    #expect(
      try words(step) == DecisionBody(reasons: [.duplicate], note: "ซ้ำกับบ้านเลขที่ 5"))
    #expect(try await only().retraction == .waiting(mayCallOff: false))
    await #expect(throws: StoreError.maybeSent) {
      try await store.callOffRetraction(of: draft.id, for: head)
    }
    try await store.apply(centre.receipt([item], at: 12))
    #expect(try await only().state == .retracted)
    #expect(try await only().retraction == nil)
    let back = try centre.event(2, .received, of: draft.id, revision, box: head.boxKey)
    try await store.apply(centre.receipt(events: [back]))
    #expect(try await only().state == .sent)
    #expect(try await only().mayRetract)
  }

  @Test func `a retraction needs a reason that a village may give, and words for another one`()
    async throws
  {
    for words in ["", "  \n"] {
      await #expect(throws: StoreError.missingReason) {
        try await store.retract(draft.id, because: .other, note: words, for: head)
      }
    }
    try await store.retract(draft.id, because: .mistake, for: head)
    await #expect(throws: StoreError.beingRetracted) {
      try await store.retract(draft.id, because: .mistake, for: head)
    }
    try await store.callOffRetraction(of: draft.id, for: head)
    #expect(try await only().retraction == nil)
    #expect(try await !store.outboxSummary().isWaiting)
    await #expect(throws: StoreError.nothingToUndo) {
      try await store.callOffRetraction(of: draft.id, for: head)
    }
  }

  @Test func `a retraction that the centre refuses says why and changes nothing`() async throws {
    try await store.retract(draft.id, because: .mistake, for: head)
    let (item, _) = try await step()
    let verified = try centre.event(2, .verified, of: draft.id, revision, box: head.boxKey)
    try await store.apply(
      centre.receipt(refused: [(item.id, .forbiddenArrow)], events: [verified]))
    #expect(try await only().state == .verified)
    #expect(try await only().retraction == .refused(.forbiddenArrow))
    #expect(try await store.outboxSummary().refused == 1)
    try await store.offerRefusedAgain()
    #expect(try await only().retraction == .refused(.forbiddenArrow))
    try await store.callOffRetraction(of: draft.id, for: head)
    #expect(try await only().retraction == nil)
    #expect(try await store.outboxSummary().refused == 0)
    await #expect(throws: StoreError.notAllowed(.verified)) {
      try await store.retract(draft.id, because: .mistake, for: head)
    }
  }

  @Test func `a centre of before that knows no steps is asked again`() async throws {
    try await store.retract(draft.id, because: .mistake, for: head)
    try await store.askForCopy(of: draft.id, for: head)
    let items = try await store.outbox(limitBytes: 100_000)
    try await store.apply(centre.receipt(refused: items.map { ($0.id, .unknownKind) }))
    #expect(try await only().retraction == .waiting(mayCallOff: true))
    guard case .asked(_, .unknownKind) = try await store.reading(of: draft.id, for: head) else {
      Issue.record("the question is gone")
      return
    }
  }

  @Test func `what was never sent is not retracted, and a correction under way is kept`()
    async throws
  {
    let new = laptop.draft("นางคำ")
    try await store.save(new, for: head)
    await #expect(throws: StoreError.notAllowed(.draft)) {
      try await store.retract(new.id, because: .mistake, for: head)
    }
    try await store.apply(
      centre.receipt(events: [
        centre.event(
          2, .returned, of: draft.id, revision, box: head.boxKey,
          body: EventBody(xml: "<data/>", decision: DecisionBody(reasons: [.duplicate])))
      ]))
    var correction = draft
    correction.parent = revision
    try await store.save(correction, for: head)
    try await store.retract(draft.id, because: .double, for: head)
    await #expect(throws: StoreError.beingRetracted) { try await store.save(correction, for: head) }
    let (item, _) = try await step()
    try await store.apply(centre.receipt([item], at: 12))
    let summary = try #require(
      try await store.records(for: head).first { $0.id == draft.id })
    #expect(summary.state == .retracted)
    #expect(try await store.draft(draft.id, for: head).instance == correction.instance)
    await #expect(throws: StoreError.notAllowed(.retracted)) {
      try await store.save(correction, for: head)
    }
  }

  @Test func `a restored centre is told of the retraction again`() async throws {
    try await store.retract(draft.id, because: .mistake, for: head)
    let (item, step) = try await step()
    try await store.apply(centre.receipt([item], at: 12))
    try await store.newEpoch(Epoch(.sixteen(2)))
    let again = try await store.outbox(limitBytes: 100_000)
    #expect(again.map(\.record) == [draft.id, draft.id])
    #expect(again.last?.item == .step(step))
  }

  @Test func `salvage gives a retraction over as it was signed`() async throws {
    try await store.retract(draft.id, because: .mistake, for: head)
    let (_, step) = try await step()
    let folder = laptop.folder.path
    let report = try SurveyStore.salvage(
      try laptop.lostStore(), into: folder + "/rescued", ambient: laptop.ambient)
    #expect(report.spoiled == 0)
    let rescued = try SurveyStore(
      directory: folder + "/rescued", ambient: laptop.ambient, cost: .test)
    let items = try await rescued.outbox(limitBytes: 100_000)
    #expect(items.contains { $0.item == .step(step) })
  }
}

/// What was finished is read again.
extension RetractionTests {
  private func copy(
    signedBy keys: SigningKeys? = nil, of revision: RevisionHash? = nil
  ) throws -> RecordCopy {
    let body = CopyBody(
      xml: "<data>สิ่งที่ส่งไป</data>", title: "นายสมชาย ใจดี",
      form: FormName(id: "affected-person", version: "2563041001"), finished: laptop.clock.now)
    var copy = RecordCopy(
      record: draft.id, revision: revision ?? self.revision, recipient: PersonNumber(12),
      box: try BoxKeys.seal(Zstandard.compress(WireJSON.encode(body)), to: head.boxKey))
    copy.signature = (keys ?? centre.signing).sign(copy.signedBytes)
    return copy
  }

  private func take(_ copy: RecordCopy, for items: [OutboxItem] = []) async throws {
    var receipt = centre.receipt(items, at: 12)
    receipt.copies = [copy]
    try await store.apply(receipt)
  }

  private func reading() async throws -> Reading {
    try await store.reading(of: draft.id, for: head)
  }

  @Test func `what was sent is asked for, comes sealed, is read, and is gone at the next sign-in`()
    async throws
  {
    #expect(try await reading() == .mayAsk)
    try await store.askForCopy(of: draft.id, for: head)
    try await store.askForCopy(of: draft.id, for: head)
    let (item, step) = try await step()
    #expect(step.header.step == .copy && step.header.revision == revision)
    #expect(try await reading() == .asked(since: laptop.clock.now, nil))
    try await take(copy(), for: [item])
    #expect(try await !store.outboxSummary().isWaiting)
    guard case .here(let text) = try await reading() else {
      Issue.record("it did not come")
      return
    }
    #expect(text.origin == .copy && text.formVersion == "2563041001")
    #expect(text.instance == Array("<data>สิ่งที่ส่งไป</data>".utf8))
    guard case .here = try await reading() else {
      Issue.record("it went while it was being read")
      return
    }
    let secrets = Array("สิ่งที่ส่งไป".utf8)
    let disk = try laptop.folder.read("store/store.sqlite-wal")
    #expect(disk.firstRange(of: secrets) == nil)
    _ = try await store.signIn(head.person, passphrase: .text("ควายสี่ตัวข้ามคลอง"))
    #expect(try await reading() == .mayAsk)
  }

  @Test func `a copy that nobody asked for or the centre did not sign is not taken`() async throws {
    try await take(copy())
    #expect(try await reading() == .mayAsk)
    try await store.askForCopy(of: draft.id, for: head)
    try await take(copy(signedBy: SigningKeys()))
    try await take(copy(of: RevisionHash(.sixteen(9))))
    #expect(try await reading() == .asked(since: laptop.clock.now, nil))
  }

  @Test func `a question that the centre refuses says why, and may be asked again`() async throws {
    try await store.askForCopy(of: draft.id, for: head)
    try await store.apply(centre.receipt(refused: [(step().item.id, .notAllowed)]))
    #expect(try await reading() == .refused(.notAllowed))
    #expect(try await store.outboxSummary().refused == 0)
    try await store.askForCopy(of: draft.id, for: head)
    #expect(try await reading() == .asked(since: laptop.clock.now, nil))
    try await store.apply(centre.receipt(refused: [(step().item.id, .tooSoon)]))
    #expect(try await reading() == .asked(since: laptop.clock.now, .tooSoon))
    #expect(try await store.outboxSummary().steps == 1)
  }

  @Test func `what is on this laptop is read without asking anybody`() async throws {
    let new = laptop.draft("นางคำ")
    try await store.finish(new, submission: new.instance, for: head)
    guard case .here(let text) = try await store.reading(of: new.id, for: head) else {
      Issue.record("a finished record cannot be read")
      return
    }
    #expect(text.origin == .draft && text.title == "นางคำ" && text.instance == new.instance)
    try await store.apply(
      centre.receipt(events: [
        centre.event(
          2, .returned, of: draft.id, revision, box: head.boxKey,
          body: EventBody(xml: "<data>กลับมา</data>", decision: DecisionBody(reasons: [.other])))
      ]))
    guard case .here(let returned) = try await reading() else {
      Issue.record("a returned record cannot be read")
      return
    }
    #expect(returned.origin == .returned)
    await #expect(throws: StoreError.noSuchRecord) {
      try await store.reading(of: RecordID(laptop.ambient), for: head)
    }
  }
}
