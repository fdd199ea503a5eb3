import Sealing
import SyncProtocol
import Testing

@testable import OfflineStore

/// A laptop is lost, and the district revokes it.
struct RevocationTests {
  private let laptop: Laptop
  private let store: SurveyStore
  private let keyring: Keyring
  private let passphrase = SecretBytes.text("ควายสี่ตัวข้ามคลอง")

  init() async throws {
    laptop = try Laptop()
    store = try laptop.open()
    keyring = try await store.addHead()
    try await store.enrolled(laptop.centre.enrolment(), url: "https://centre.example", for: keyring)
  }

  private func finish() async throws -> OutboxItem {
    let draft = laptop.draft()
    try await store.finish(draft, submission: Array("<data/>".utf8), for: keyring)
    return try #require(try await store.outbox(limitBytes: 100_000).last)
  }

  @Test func `the keys go at once, and the laptop's own with the last finished record`()
    async throws
  {
    try await store.save(laptop.draft(), for: keyring)
    let items = [try await finish(), try await finish()]
    let order = laptop.centre.revocation()
    let first = try await store.apply(laptop.centre.receipt([items[0]], revocation: order))
    #expect(first.isRevoked)
    await #expect(throws: StoreError.keysWiped) {
      try await store.signIn(1, passphrase: passphrase)
    }
    #expect(try await store.outboxSummary().revisions == 1, "what is finished is not lost")
    #expect(try await store.device().number == DeviceNumber(7), "and still finds its way")
    let key = try await store.device().keys.publicKey
    try await store.apply(laptop.centre.receipt([items[1]], revocation: order))
    #expect(try await store.outboxSummary().revisions == 0)
    #expect(try await store.device().number == nil)
    #expect(try await store.device().keys.publicKey != key)
    #expect(try await store.people().map(\.enrolment) == [nil])
  }

  @Test func `no wrapped key is left in any file`() async throws {
    let order = laptop.centre.revocation()
    let kept = try await store.wrappedKey()
    #expect(try everyByte().firstRange(of: kept) != nil, "the search must be able to find it")
    try await store.apply(laptop.centre.receipt(revocation: order))
    #expect(try everyByte().firstRange(of: kept) == nil)
  }

  private func everyByte() throws -> [UInt8] {
    try laptop.folder.names(in: "store").flatMap { try laptop.folder.read("store/\($0)") }
  }

  @Test func `only this laptop's centre can order it, and only for this laptop`() async throws {
    var forged = laptop.centre.revocation()
    forged.signature = Base64Bytes(SigningKeys().sign(forged.signedBytes))
    for order in [forged, laptop.centre.revocation(8)] {
      let applied = try await store.apply(laptop.centre.receipt(revocation: order))
      #expect(!applied.isRevoked)
    }
    #expect(try await store.signIn(1, passphrase: passphrase).person == 1)
  }

  @Test func `two officers open the drafts of a laptop that was found again`() async throws {
    let officers = [BoxKeys(), BoxKeys()]
    let cards = officers.enumerated().map {
      RecoveryOfficer(
        number: PersonNumber(Int32(30 + $0.offset)), name: "ปลัด", box: $0.element.publicKey)
    }
    try await store.apply(
      laptop.centre.receipt(certificates: [
        laptop.centre.certificate(sign: keyring.signingKey, officers: cards)
      ]))
    try await store.renewEscrow(for: keyring)
    let draft = laptop.draft()
    try await store.save(draft, for: keyring)
    try await store.apply(laptop.centre.receipt(revocation: laptop.centre.revocation()))

    let new = SecretBytes.text("ช้าง-ฝน-เรือ-ตะกร้า")
    var slip = try await store.beginRecovery(of: 1, passphrase: new)
    for (share, officer) in zip(slip.shares, officers) {
      let box = try BoxKeys.seal(officer.open(share.box.bytes), to: slip.key.bytes)
      slip.answers.append(
        RecoverySlip.Answer(
          officer: share.officer.number, name: share.officer.name, number: share.number,
          box: Base64Bytes(box)))
    }
    let found = try await store.finishRecovery(slip, of: 1, passphrase: new)
    #expect(try await store.draft(draft.id, for: found) == draft)
  }

  @Test func `an officer whose certificate has run out reads and judges nothing`() async throws {
    let officer = try await store.addPerson(
      name: "ปลัดสุดา", passphrase: passphrase, profile: Profile(name: "ปลัดสุดา"))
    var reply = laptop.centre.enrolment(30, as: .district, area: "4712")
    reply.certificate = laptop.centre.certificate(
      30, as: .district, sign: officer.signingKey,
      expires: laptop.clock.now.milliseconds + 24 * 3600 * 1000)
    try await store.enrolled(reply, url: "https://centre.example", for: officer)
    #expect(try await store.queue(for: officer) == [])
    laptop.clock.advance(days: 2)
    await #expect(throws: StoreError.certificateExpired) { try await store.queue(for: officer) }
    let draft = laptop.draft()
    try await store.finish(draft, submission: Array("<data/>".utf8), for: keyring)
    #expect(try await store.outboxSummary().revisions == 1, "a village's own work goes on")
  }
}

extension SurveyStore {
  /// The bytes that open everything of the first person, once the passphrase is known.
  fileprivate func wrappedKey() throws -> [UInt8] {
    try perform { connection in
      try connection.first("SELECT sealed_key FROM person") { try $0.blob(0) } ?? []
    }
  }
}
