import CFaultVFS
import OfflineStore
import Sealing
import SyncProtocol
import TestSupport
import Testing

// SQLITE_IOERR_WRITE and SQLITE_FULL.
private let ioError: CInt = 10 | 3 << 8
private let full: CInt = 13

/// A disk that fails at the first write of a step, then at the second, and so on until the step
/// goes through.
///
/// Wherever it fails, the store must hold what was there before or what was to be there, whole; and
/// the same program must go on once the disk is well.
@Suite(.serialized)
struct WriteFaultTests {
  private let laptop: Laptop
  private let store: SurveyStore
  private let keyring: Keyring

  init() async throws {
    #expect(cfault_register() == 0)
    laptop = try Laptop()
    store = try laptop.open()
    keyring = try await store.addHead()
    try await store.enrolled(laptop.centre.enrolment(), url: "https://centre.example", for: keyring)
  }

  /// Lets the disk fail from write `after` on while `step` runs; false when it did.
  private func succeeds(
    after: CInt, _ code: CInt, _ step: () async throws -> Void
  ) async throws -> Bool {
    cfault_arm(laptop.folder.path, after, code)
    defer { _ = cfault_heal() }
    do {
      try await step()
      return true
    } catch let error as StoreError {
      #expect(error == .noSpace || error.isInputOutput)
      return false
    }
  }

  @Test(arguments: [ioError, full])
  func `a save that fails anywhere leaves a whole draft`(code: CInt) async throws {
    var draft = laptop.draft()
    try await store.save(draft, for: keyring)
    var failures: CInt = 0
    while true {
      let old = draft
      draft.instance = [UInt8](repeating: UInt8(failures), count: 20_000)
      let isSaved = try await succeeds(after: failures, code) {
        try await store.save(draft, for: keyring)
      }
      let kept = try await store.draft(draft.id, for: keyring)
      #expect(kept == draft || (!isSaved && kept == old))
      draft = kept
      if isSaved { break }
      failures += 1
    }
    // Fewer would mean that the faults never reached the disk.
    #expect(failures >= 2)
  }

  @Test(arguments: [ioError, full])
  func `a finish that fails anywhere leaves a draft or a record in the outbox`(
    code: CInt
  ) async throws {
    var failures: CInt = 0
    while true {
      let draft = laptop.draft("ครัวเรือนที่ \(failures)")
      try await store.save(draft, for: keyring)
      let before = try await store.outboxSummary().revisions
      let isFinished = try await succeeds(after: failures, code) {
        try await store.finish(
          draft, submission: [UInt8](repeating: 1, count: 20_000), for: keyring)
      }
      let state = try await store.records(for: keyring).first { $0.id == draft.id }?.state
      let added = try await store.outboxSummary().revisions - before
      #expect((state == .ready && added == 1) || (!isFinished && state == .draft && added == 0))
      if isFinished { break }
      failures += 1
    }
    #expect(failures >= 2)
  }

  @Test(arguments: [ioError, full])
  func `a receipt that fails anywhere is taken whole or can be taken again`(
    code: CInt
  ) async throws {
    let draft = laptop.draft()
    try await store.finish(draft, submission: Array("<data/>".utf8), for: keyring)
    let items = try await store.outbox(limitBytes: 100_000)
    let hash = try #require(items.first?.revision?.hash(Digest.blake2b))
    let event = try laptop.centre.event(1, .verified, of: draft.id, hash, box: keyring.boxKey)
    let receipt = laptop.centre.receipt(items, events: [event])
    var failures: CInt = 0
    while try await !succeeds(
      after: failures, code, { _ = try await store.apply(receipt) })
    {
      let summary = try await store.records(for: keyring).first
      let cursor = try await store.cursors()["47120601"]
      let isTaken = summary?.state == .verified && summary?.delivery == .stored && cursor == 1
      let isUntouched = summary?.state == .ready && summary?.delivery == .offered && cursor == nil
      #expect(isTaken || isUntouched)
      failures += 1
    }
    #expect(failures >= 2)
    #expect(try await store.records(for: keyring).first?.state == .verified)
  }

  @Test func `what was fetched can be read on a full disk`() async throws {
    let officer = try await store.addPerson(
      name: "ปลัดสุดา", passphrase: .text("ฝนตกที่ทุ่งนา"), profile: Profile(name: "ปลัดสุดา"))
    let enrolment = laptop.centre.enrolment(30, as: .district, area: "4712")
    try await store.enrolled(enrolment, url: "https://centre.example", for: officer)
    let event = try laptop.centre.event(
      1, .received, of: RecordID(laptop.ambient), RevisionHash(.sixteen(11)), to: 30,
      box: officer.boxKey, body: EventBody(xml: "<data/>", title: "นายสมชาย ใจดี"))
    try await store.apply(laptop.centre.receipt(events: [event]))
    cfault_arm(laptop.folder.path, 0, full)
    defer { _ = cfault_heal() }
    #expect(try await store.queue(for: officer).map(\.title) == ["นายสมชาย ใจดี"])
    #expect(try await store.review(event.record, for: officer).submission == Array("<data/>".utf8))
    await #expect(throws: StoreError.noSpace) {
      try await store.set("1", for: "after the queue")
    }
  }

  @Test func `a disk that fills up while the store is made leaves no half store`() async throws {
    let other = try Laptop()
    var failures: CInt = 0
    while true {
      cfault_arm(other.folder.path, failures, full)
      let opened = Result { () throws(StoreError) in try other.open() }
      _ = cfault_heal()
      switch opened {
      case .success(let store):
        #expect(try await store.people().isEmpty)
        #expect(failures >= 2)
        return
      case .failure(let error): try #require(failures < 1_000, "never opened: \(error)")
      }
      failures += 1
    }
  }
}

extension StoreError {
  fileprivate var isInputOutput: Bool {
    if case .io = self { true } else { false }
  }
}
