import Sealing
import SyncProtocol
import TestSupport
import Testing

@testable import OfflineStore

/// What a thief with the disk can read: every byte of every file is looked at.
struct SecrecyTests {
  private let planted = [
    "นายสมชาย", "ใจดี", "1000000001013", "1-0000-00001-01-3", "บ้านเลขที่ 99/7", "0812345678",
    "อายุไม่ตรงกับบัตร", "หมู่บ้านหนองน้ำใส", "ปลัดอำเภอสุดา", "ควายสี่ตัวข้ามคลอง",
  ]

  @Test func `no answer is readable in any file of the store`() async throws {
    let laptop = try Laptop()
    let kept = try await fill(laptop)
    #expect(try laptop.folder.names(in: "store") == ["lock", "store.sqlite", "store.sqlite-wal"])
    for name in try laptop.folder.names(in: "store") {
      let bytes = try laptop.folder.read("store/\(name)")
      for secret in planted {
        #expect(!contains(bytes, secret), "\(secret) in \(name)")
      }
      for secret in kept.keyring.secrets {
        #expect(bytes.firstRange(of: secret) == nil, "a secret key in \(name)")
      }
    }
  }

  @Test func `the same search finds what is in clear`() async throws {
    let laptop = try Laptop()
    let kept = try await fill(laptop)
    let all = try laptop.folder.names(in: "store").flatMap { try laptop.folder.read("store/\($0)") }
    for clear in ["affected-person", "ผู้ใหญ่สมหมาย", "centre.example"] {
      #expect(contains(all, clear), "\(clear)")
    }
    #expect(
      try await all.firstRange(of: kept.store.device().keys.secret.withBytes(Array.init)) != nil)
  }

  /// Goes through every step that writes, and leaves the log beside the database.
  private func fill(_ laptop: Laptop) async throws -> Kept {
    let store = try laptop.open()
    let keyring = try await store.addPerson(
      name: "ผู้ใหญ่สมหมาย", passphrase: .text("ควายสี่ตัวข้ามคลอง"),
      profile: Profile(name: "ผู้ใหญ่สมหมาย", moo: 1, villageName: "หมู่บ้านหนองน้ำใส"))
    try await store.enrolled(laptop.centre.enrolment(), url: "https://centre.example", for: keyring)
    let answers = planted.joined(separator: " ")
    for step in 0..<4 {
      var draft = laptop.draft("นายสมชาย ใจดี \(step)")
      draft.instance = Array(answers.utf8)
      draft.notes = [QuestionComment(path: "/data/age", text: "อายุไม่ตรงกับบัตร")]
      draft.pending = [PendingText(path: "/data/name", text: answers)]
      try await store.save(draft, for: keyring)
      try await store.attach(Array(answers.utf8), as: "photo.jpg", to: draft.id, for: keyring)
      if step > 0 { try await store.finish(draft, submission: Array(answers.utf8), for: keyring) }
      guard step > 1 else { continue }
      let items = try await store.outbox(limitBytes: 100_000)
      try await store.apply(laptop.centre.receipt(items))
      let hash = try #require(items.last?.revision?.hash(Digest.blake2b))
      let body = EventBody(
        xml: answers, decision: DecisionBody(note: "อายุไม่ตรงกับบัตร"), title: "นายสมชาย ใจดี")
      try await store.apply(
        laptop.centre.receipt(events: [
          laptop.centre.event(
            Int64(step), .returned, of: draft.id, hash, box: keyring.boxKey, body: body)
        ]))
      #expect(try await store.records(for: keyring).contains { $0.state == .returned })
      try await store.keep(
        DecisionBody(note: "อายุไม่ตรงกับบัตร"), on: draft.id, for: keyring)
    }
    return Kept(store: store, keyring: keyring)
  }

  /// The store stays open while its files are read, so that the log is among them.
  private struct Kept {
    var store: SurveyStore
    var keyring: Keyring
  }

  private func contains(_ bytes: [UInt8], _ text: String) -> Bool {
    bytes.firstRange(of: Array(text.utf8)) != nil
      || bytes.firstRange(of: text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) != nil
  }
}

extension Keyring {
  fileprivate var secrets: [[UInt8]] {
    [dataKey, signing.secret, box.secret].map { $0.withBytes(Array.init) }
  }
}
