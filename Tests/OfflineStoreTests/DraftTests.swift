import OfflineStore
import Sealing
import SyncProtocol
import Testing

struct DraftTests {
  @Test func `the store takes no practice, neither as a draft nor finished`() async throws {
    let laptop = try Laptop()
    let store = try laptop.open()
    let keyring = try await store.addHead()
    var draft = laptop.draft()
    draft.isPractice = true
    await #expect(throws: StoreError.practice) { try await store.save(draft, for: keyring) }
    await #expect(throws: StoreError.practice) {
      try await store.finish(draft, submission: draft.instance, for: keyring)
    }
    #expect(try await store.records(for: keyring).isEmpty)
    #expect(try await store.outboxSummary() == OutboxSummary())
  }

  private let laptop: Laptop

  init() throws {
    laptop = try Laptop()
  }

  @Test func `a draft is there as it was after the laptop was switched off`() async throws {
    var draft = laptop.draft()
    draft.notes = [QuestionComment(path: "/data/q1/age", text: "อายุไม่ตรงกับบัตร")]
    do {
      let store = try laptop.open()
      try await store.save(draft, for: store.addHead())
    }
    let store = try laptop.open()
    let keyring = try await store.signIn(1, passphrase: .text("ควายสี่ตัวข้ามคลอง"))
    #expect(try await store.draft(draft.id, for: keyring) == draft)
  }

  @Test func `what was typed and is no answer yet is kept until it is one`() async throws {
    var draft = laptop.draft()
    draft.pending = [PendingText(path: "/data/q1/first_name", text: "สมหญ")]
    let store = try laptop.open()
    let keyring = try await store.addHead()
    try await store.save(draft, for: keyring)
    #expect(try await store.draft(draft.id, for: keyring) == draft)
    draft.pending = []
    try await store.save(draft, for: keyring)
    #expect(try await store.draft(draft.id, for: keyring).pending.isEmpty)
  }

  @Test func `the last save of a draft is the one that counts`() async throws {
    let store = try laptop.open()
    let keyring = try await store.addHead()
    var draft = laptop.draft()
    try await store.save(draft, for: keyring)
    draft.instance = Array("<data><name>นายสมชาย</name><age>63</age></data>".utf8)
    draft.title = "นายสมชาย"
    draft.answered = 8
    try await store.save(draft, for: keyring)
    #expect(try await store.draft(draft.id, for: keyring) == draft)
    let records = try await store.records(for: keyring)
    #expect(records.map(\.title) == ["นายสมชาย"])
    #expect(records.map(\.state) == [.draft])
    #expect(records.map(\.answered) == [8])
  }

  @Test func `one person's records are not another's`() async throws {
    let store = try laptop.open()
    let head = try await store.addHead()
    let draft = laptop.draft()
    try await store.save(draft, for: head)
    let aide = try await store.addPerson(
      name: "ผู้ช่วย", passphrase: .text("ฝนตกที่ทุ่งนา"), profile: Profile(name: "ผู้ช่วย"))
    #expect(try await store.records(for: aide).isEmpty)
    await #expect(throws: StoreError.noSuchRecord) {
      try await store.draft(draft.id, for: aide)
    }
  }

  @Test func `a deleted draft can be had back for thirty days`() async throws {
    let store = try laptop.open()
    let keyring = try await store.addHead()
    let draft = laptop.draft()
    try await store.save(draft, for: keyring)
    try await store.trash(draft.id, for: keyring)
    #expect(try await store.records(for: keyring).map(\.state) == [.trashed])
    await #expect(throws: StoreError.notAllowed(.trashed)) {
      try await store.save(draft, for: keyring)
    }
    try await store.untrash(draft.id, for: keyring)
    #expect(try await store.draft(draft.id, for: keyring) == draft)
  }

  @Test func `a thousand drafts are listed in a moment`() async throws {
    let store = try laptop.open()
    let keyring = try await store.addHead()
    for number in 0..<1000 {
      var draft = laptop.draft("ครัวเรือนที่ \(number)")
      draft.instance = [UInt8](repeating: 65, count: 4000)
      try await store.save(draft, for: keyring)
    }
    let clock = ContinuousClock()
    var count = 0
    let time = try await clock.measure { count = try await store.records(for: keyring).count }
    print("1,000 records listed in \(time)")
    #expect(count == 1000)
  }
}
