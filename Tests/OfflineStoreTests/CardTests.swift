import SyncProtocol
import TestSupport
import Testing

@testable import OfflineStore

/// What a list knows of the people in the records, and how a person is known again.
struct CardTests {
  private let laptop: Laptop
  private let card = RecordCard(
    house: "99/7", moo: "4", phone: "0812345678", nationalID: "1000000001013")

  init() throws {
    laptop = try Laptop()
  }

  private func draft(_ title: String = "นายสมชาย ใจดี", card: RecordCard? = nil) -> Draft {
    var draft = laptop.draft(title)
    draft.card = card ?? self.card
    draft.address = ["house-number": "99/7", "road": "ถนน = สายหลัก"]
    return draft
  }

  @Test func `a list knows house, telephone and number, also after the record was sent`()
    async throws
  {
    let store = try laptop.open()
    let keyring = try await store.addHead()
    try await store.enrolled(laptop.centre.enrolment(), url: "https://centre.example", for: keyring)
    let draft = draft()
    try await store.save(draft, for: keyring)
    #expect(try await store.draft(draft.id, for: keyring) == draft)
    try await store.finish(draft, submission: draft.instance, for: keyring)
    try await store.apply(laptop.centre.receipt(store.outbox(limitBytes: 100_000)))
    let record = try #require(try await store.records(for: keyring).first)
    #expect(record.state == .sent)
    #expect(record.title == draft.title)
    #expect(record.card == card)
    #expect(record.finished == laptop.clock.now)
    #expect(try await store.address(of: draft.id, for: keyring) == draft.address)
  }

  @Test func `nothing of a card is readable in any file`() async throws {
    let store = try laptop.open()
    let keyring = try await store.addHead()
    try await store.save(draft(), for: keyring)
    for name in try laptop.folder.names(in: "store") {
      let bytes = try laptop.folder.read("store/\(name)")
      for secret in ["1000000001013", "0812345678", "99/7", "สายหลัก"] {
        #expect(bytes.firstRange(of: Array(secret.utf8)) == nil, "\(secret) in \(name)")
      }
    }
  }

  @Test func `a draft without a card gets one, and nothing else of it changes`() async throws {
    let store = try laptop.open()
    let keyring = try await store.addHead()
    var old = draft()
    try await store.save(old, for: keyring)
    try await store.forgetCard(of: old, for: keyring)
    let (found, next) = try await store.cardless(after: 0, limit: 10, for: keyring)
    #expect(found.map(\.id) == [old.id] && found.first?.instance == old.instance)
    try await store.keep([old.id: (card, ["road": "ถนนสายใหม่"])], for: keyring)
    old.address = ["road": "ถนนสายใหม่"]
    #expect(try await store.draft(old.id, for: keyring) == old)
    let place = try #require(next)
    #expect(try await store.cardless(after: place, limit: 10, for: keyring).next == nil)
    #expect(try await store.cardless(after: 0, limit: 10, for: keyring).drafts.isEmpty)
  }

  @Test func `the same number is known in any state but the trash, and never as itself`()
    async throws
  {
    let store = try laptop.open()
    let keyring = try await store.addHead()
    let (first, second, third) = (draft("นายหนึ่ง ทดสอบ"), draft("นายสอง ทดสอบ"), draft())
    try await store.save(first, for: keyring)
    try await store.finish(second, submission: second.instance, for: keyring)
    try await store.save(third, for: keyring)
    try await store.trash(third.id, for: keyring)
    let known = try await store.similar(
      nationalID: card.nationalID, title: "", house: "", besides: first.id, for: keyring)
    #expect(known.map(\.title) == ["นายสอง ทดสอบ"] && known.map(\.state) == [.ready])
    #expect(known.map(\.hasSameID) == [true])
  }

  @Test func `the same name in the same house is known, unless the numbers differ`() async throws {
    let store = try laptop.open()
    let keyring = try await store.addHead()
    try await store.save(draft(), for: keyring)
    let mine = laptop.draft().id
    func known(_ id: String, house: String) async throws -> [Bool] {
      try await store.similar(
        nationalID: id, title: "นายสมชาย ใจดี", house: house, besides: mine, for: keyring
      ).map(\.hasSameID)
    }
    #expect(try await known("", house: "99/7") == [false])
    #expect(try await known("", house: "99/8").isEmpty)
    #expect(try await known("1000000002010", house: "99/7").isEmpty)
    #expect(try await known("1000000001013", house: "1") == [true])
  }

  @Test func `the last address is that of the newest other record that has one`() async throws {
    let store = try laptop.open()
    let keyring = try await store.addHead()
    let first = draft()
    try await store.save(first, for: keyring)
    laptop.clock.advance(seconds: 1)
    try await store.save(laptop.draft("ไม่มีที่อยู่"), for: keyring)
    let now = laptop.draft().id
    #expect(try await store.lastAddress(besides: now, for: keyring) == first.address)
    #expect(try await store.lastAddress(besides: first.id, for: keyring).isEmpty)
  }
}

extension SurveyStore {
  /// Leaves the title as an earlier program wrote it.
  fileprivate func forgetCard(of draft: Draft, for keyring: Keyring) throws {
    let title = keyring.seal(Array(draft.title.utf8), as: .title(draft.id))
    try change { connection in
      try connection.run(
        "UPDATE record SET sealed_title = \(title) WHERE record = \(draft.id)")
    }
  }
}
