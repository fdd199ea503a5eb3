import OfflineStore
import SyncProtocol
import Testing

struct AttachmentTests {
  private let laptop: Laptop
  private let photo = Array("รูปบ้านเลขที่ 99/7".utf8)

  init() throws {
    laptop = try Laptop()
  }

  @Test func `a file beside a record opens for its owner and for no other`() async throws {
    let store = try laptop.open()
    let head = try await store.addHead()
    let draft = laptop.draft()
    try await store.attach(photo, as: "photo.jpg", to: draft.id, for: head)
    try await store.save(draft, for: head)
    #expect(try await store.attachment("photo.jpg", of: draft.id, for: head) == photo)
    let aide = try await store.addPerson(
      name: "ผู้ช่วย", passphrase: .text("ฝนตกที่ทุ่งนา"), profile: Profile(name: "ผู้ช่วย"))
    #expect(try await store.attachments(of: draft.id, for: aide).isEmpty)
    #expect(try await store.attachment("photo.jpg", of: draft.id, for: aide) == nil)
  }

  @Test func `another file of the same name takes its place`() async throws {
    let store = try laptop.open()
    let head = try await store.addHead()
    let draft = laptop.draft()
    try await store.attach(photo, as: "photo.jpg", to: draft.id, for: head)
    try await store.attach([1, 2, 3], as: "photo.jpg", to: draft.id, for: head)
    let kept = try await store.attachments(of: draft.id, for: head)
    #expect(kept == [Attachment(name: "photo.jpg", size: 3)])
  }

  @Test(arguments: [(31, 0), (29, 1)] as [(Int64, Int)])
  func `the files of a draft go with it when the trash is emptied`(
    days: Int64, left: Int
  ) async throws {
    let draft = laptop.draft()
    do {
      let store = try laptop.open()
      let head = try await store.addHead()
      try await store.save(draft, for: head)
      try await store.attach(photo, as: "photo.jpg", to: draft.id, for: head)
      try await store.trash(draft.id, for: head)
    }
    // The trash ages with the days on which the laptop is used, not with leaps of its clock.
    for _ in 0..<days {
      laptop.clock.advance(days: 1)
      _ = try laptop.open()
    }
    let store = try laptop.open()
    let head = try await store.signIn(1, passphrase: .text("ควายสี่ตัวข้ามคลอง"))
    #expect(try await store.attachments(of: draft.id, for: head).count == left)
  }
}
