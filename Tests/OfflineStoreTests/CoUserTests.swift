import Sealing
import SyncProtocol
import TestSupport
import Testing

@testable import OfflineStore

/// Whether a co-user has surveyed somebody already: by whom, and nothing else.
struct CoUserTests {
  private let laptop: Laptop
  private let store: SurveyStore
  private let sommai: Keyring
  private let malee: Keyring

  private static let number = "0000000000019"

  init() async throws {
    laptop = try Laptop()
    store = try laptop.open()
    sommai = try await store.addHead()
    malee = try await store.addPerson(
      name: "นางมาลี", passphrase: .text("กบสามตัวนั่งบนใบบัว"), profile: Profile(name: "นางมาลี"))
    // Whoever was there before hands the key on at the next sign-in.
    _ = try await store.signIn(sommai.person, passphrase: .text("ควายสี่ตัวข้ามคลอง"))
  }

  private func draft(_ number: String, of form: String = "affected-person") -> Draft {
    var draft = laptop.draft()
    draft.formID = form
    draft.instance = Array("<data><citizen_id>\(number)</citizen_id></data>".utf8)
    return draft
  }

  @Test(arguments: ["0000000000019", "0-0000-00000-01-9", "๐๐๐๐๐๐๐๐๐๐๐๑๙"])
  func `a co-user's record is known by its author's name`(typed: String) async throws {
    let record = draft(Self.number)
    try await store.save(record, for: sommai)
    #expect(try await store.coUsers(knowing: typed, for: malee) == ["ผู้ใหญ่สมหมาย"])
    #expect(try await store.coUsers(knowing: typed, for: sommai) == [])
    #expect(try await store.coUsers(knowing: typed, excluding: record.id, for: malee) == [])
    #expect(try await store.coUsers(knowing: typed, in: "another", for: malee) == [])
    #expect(try await store.coUsers(knowing: "0000000000027", for: malee) == [])
    #expect(try await store.coUsers(knowing: "000000000001", for: malee) == [])
  }

  @Test func `a number that is typed anew, and a record that is thrown away, are forgotten`()
    async throws
  {
    var record = draft(Self.number)
    try await store.save(record, for: sommai)
    record.instance = draft("0000000000027").instance
    try await store.save(record, for: sommai)
    #expect(try await store.coUsers(knowing: Self.number, for: malee) == [])
    #expect(try await store.coUsers(knowing: "0000000000027", for: malee).count == 1)
    try await store.trash(record.id, for: sommai)
    #expect(try await store.coUsers(knowing: "0000000000027", for: malee) == [])
  }

  @Test func `records of before are known once their author signed in`() async throws {
    try await store.save(draft(Self.number), for: sommai)
    try await store.change { connection in
      try connection.run("DELETE FROM known")
      try connection.run("DELETE FROM digest_key")
    }
    #expect(try await store.coUsers(knowing: Self.number, for: malee) == [])
    _ = try await store.signIn(sommai.person, passphrase: .text("ควายสี่ตัวข้ามคลอง"))
    #expect(try await store.coUsers(knowing: Self.number, for: malee) == ["ผู้ใหญ่สมหมาย"])
  }

  @Test func `of another village nothing is known, nor by an officer`() async throws {
    try await store.save(draft(Self.number), for: sommai)
    try await store.enrolled(laptop.centre.enrolment(), url: "", for: sommai)
    try await store.enrolled(
      laptop.centre.enrolment(13, area: "47120602"), url: "", for: malee)
    #expect(try await store.coUsers(knowing: Self.number, for: malee) == [])
    let keys = try await store.change { connection in
      try connection.number("SELECT count(*) FROM digest_key WHERE owner <> reader")
    }
    #expect(keys == 0)
    try await store.enrolled(laptop.centre.enrolment(13), url: "", for: malee)
    #expect(try await store.coUsers(knowing: Self.number, for: malee).count == 0)
    _ = try await store.signIn(sommai.person, passphrase: .text("ควายสี่ตัวข้ามคลอง"))
    #expect(try await store.coUsers(knowing: Self.number, for: malee).count == 1)
  }

  @Test func `the disk holds neither a number nor what would find one`() async throws {
    try await store.save(draft(Self.number), for: sommai)
    let digests = try await store.change { connection in
      try connection.rows("SELECT digest FROM known") { try $0.blob(0) }
    }
    let digest = try #require(digests.first)
    #expect(digest.count == 3)
    let bare = try NationalID.digest(of: Self.number, SecretBytes(copying: []))
    #expect(digest != bare)
    let sealed = try await store.change { connection in
      try connection.rows("SELECT sealed_key FROM digest_key") { try $0.blob(0).count }
    }
    #expect(sealed.count == 4 && sealed.allSatisfy { $0 > SealedValue.keyCount })
  }
}
