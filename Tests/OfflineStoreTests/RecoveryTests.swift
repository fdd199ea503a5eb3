import OfflineStore
import Sealing
import SyncProtocol
import Testing

/// A passphrase is forgotten, and two officers of the district open the drafts again.
struct RecoveryTests {
  private let laptop: Laptop
  private let store: SurveyStore
  private let officers: [Officer]
  private let draft: Draft
  private let forgotten = SecretBytes.text("ควายสี่ตัวข้ามคลอง")
  private let new = SecretBytes.text("ช้าง-ฝน-เรือ-ตะกร้า")

  /// An officer on a laptop of his own.
  private struct Officer {
    let laptop: Laptop
    let store: SurveyStore
    let keyring: Keyring
    let card: RecoveryOfficer

    init(_ number: Int32, _ name: String) async throws {
      laptop = try Laptop()
      store = try laptop.open()
      keyring = try await store.addPerson(
        name: name, passphrase: .text("ฝนตกที่ทุ่งนา"), profile: Profile(name: name))
      card = RecoveryOfficer(number: PersonNumber(number), name: name, box: keyring.boxKey)
    }
  }

  init() async throws {
    laptop = try Laptop()
    store = try laptop.open()
    officers = [
      try await Officer(30, "ปลัดสุดา"), try await Officer(31, "ปลัดวิชัย"),
      try await Officer(32, "ปลัดมาลี"),
    ]
    let keyring = try await store.addHead()
    var reply = laptop.centre.enrolment()
    reply.certificate = laptop.centre.certificate(
      sign: keyring.signingKey, officers: officers.map(\.card))
    try await store.enrolled(reply, url: "https://centre.example", for: keyring)
    draft = laptop.draft()
    try await store.save(draft, for: keyring)
  }

  /// The slip as it goes over the stick: written, carried, read.
  private func carried(_ slip: RecoverySlip) throws -> RecoverySlip {
    try #require(RecoverySlip(reading: slip.bytes))
  }

  @Test(arguments: [[0, 1], [2, 0], [0, 1, 2]])
  func `two officers open the drafts again, whichever they are`(chosen: [Int]) async throws {
    var slip = try carried(try await store.beginRecovery(of: 1, passphrase: new))
    for officer in chosen.map({ officers[$0] }) {
      slip = try carried(try await officer.store.answer(slip, for: officer.keyring))
    }
    let keyring = try await store.finishRecovery(slip, of: 1, passphrase: new)
    #expect(try await store.draft(draft.id, for: keyring) == draft)
    let again = try await store.signIn(1, passphrase: new)
    #expect(again.signingKey == keyring.signingKey, "the person's own keys are the same")
    await #expect(throws: StoreError.wrongPassphrase) {
      try await store.signIn(1, passphrase: forgotten)
    }
  }

  @Test func `a request is open until it has opened the records`() async throws {
    #expect(try await store.openRecovery(of: 1) == nil)
    var slip = try await store.beginRecovery(of: 1, passphrase: new)
    #expect(try await store.openRecovery(of: 1) == slip.made)
    for officer in officers.prefix(2) {
      slip = try await officer.store.answer(slip, for: officer.keyring)
    }
    _ = try await store.finishRecovery(slip, of: 1, passphrase: new)
    #expect(try await store.openRecovery(of: 1) == nil)
  }

  @Test func `one officer opens nothing, not even by answering twice`() async throws {
    var slip = try await store.beginRecovery(of: 1, passphrase: new)
    for _ in 0..<2 { slip = try await officers[0].store.answer(slip, for: officers[0].keyring) }
    await #expect(throws: StoreError.recoveryUnanswered(1)) {
      try await store.finishRecovery(slip, of: 1, passphrase: new)
    }
    #expect(try await store.signIn(1, passphrase: forgotten).person == 1, "the old one still works")
  }

  @Test func `an answer that was spoiled on the way is passed over`() async throws {
    var slip = try await store.beginRecovery(of: 1, passphrase: new)
    for officer in officers { slip = try await officer.store.answer(slip, for: officer.keyring) }
    slip.answers[0].box.bytes[40] ^= 1
    slip.answers[1].number = 9
    await #expect(throws: StoreError.recoveryMismatch) {
      try await store.finishRecovery(slip, of: 1, passphrase: new)
    }
    slip.answers[1].number = 2
    #expect(try await store.finishRecovery(slip, of: 1, passphrase: new).person == 1)
  }

  @Test func `nobody uses the answers who did not choose the passphrase`() async throws {
    var slip = try await store.beginRecovery(of: 1, passphrase: new)
    for officer in officers { slip = try await officer.store.answer(slip, for: officer.keyring) }
    await #expect(throws: StoreError.wrongPassphrase) {
      try await store.finishRecovery(slip, of: 1, passphrase: .text("มอเตอร์ไซค์สีแดงคันใหญ่"))
    }
    _ = try await store.beginRecovery(of: 1, passphrase: new)
    await #expect(throws: StoreError.recoveryMismatch, "a later request makes this one void") {
      try await store.finishRecovery(slip, of: 1, passphrase: new)
    }
  }

  @Test func `who is no officer of the district has nothing to answer`() async throws {
    let stranger = try await Officer(40, "ปลัดต่างอำเภอ")
    let slip = try await store.beginRecovery(of: 1, passphrase: new)
    await #expect(throws: StoreError.notARecoveryOfficer) {
      try await stranger.store.answer(slip, for: stranger.keyring)
    }
  }

  @Test func `without two officers there is no way back, and the person is told`() async throws {
    let other = try Laptop()
    let lonely = try other.open()
    _ = try await lonely.addHead()
    await #expect(throws: StoreError.noRecovery) {
      try await lonely.beginRecovery(of: 1, passphrase: new)
    }
  }

  @Test func `the person is shown when and by whom, until it was read`() async throws {
    var slip = try await store.beginRecovery(of: 1, passphrase: new)
    for officer in officers.prefix(2) {
      slip = try await officer.store.answer(slip, for: officer.keyring)
    }
    let keyring = try await store.finishRecovery(slip, of: 1, passphrase: new)
    let use = RecoveryUse(time: laptop.clock.now, officers: ["ปลัดสุดา", "ปลัดวิชัย"])
    #expect(try await store.unseenRecoveries(of: 1) == [use])
    try await store.acknowledgeRecoveries(for: keyring)
    #expect(try await store.unseenRecoveries(of: 1) == [])
    #expect(try await store.log(last: 2).map(\.kind) == [.recovered, .askedForRecovery])
    #expect(try await officers[0].store.log(last: 1).map(\.kind) == [.answeredRecovery])
  }

  @Test func `a key is dealt anew when the district has other officers`() async throws {
    let keyring = try await store.signIn(1, passphrase: forgotten)
    let newcomer = try await Officer(33, "ปลัดใหม่")
    try await store.apply(
      laptop.centre.receipt(certificates: [
        laptop.centre.certificate(
          sign: keyring.signingKey, officers: [newcomer.card, officers[2].card])
      ]))
    try await store.renewEscrow(for: keyring)
    var slip = try await store.beginRecovery(of: 1, passphrase: new)
    #expect(slip.shares.map(\.officer.name) == ["ปลัดใหม่", "ปลัดมาลี"])
    for officer in [newcomer, officers[2]] {
      slip = try await officer.store.answer(slip, for: officer.keyring)
    }
    #expect(try await store.finishRecovery(slip, of: 1, passphrase: new).person == 1)
  }

  @Test func `a certificate that the centre did not sign changes nothing`() async throws {
    let keyring = try await store.signIn(1, passphrase: forgotten)
    var forged = laptop.centre.certificate(sign: keyring.signingKey, officers: [])
    forged.role = .province
    try await store.apply(laptop.centre.receipt(certificates: [forged]))
    #expect(try await store.people().first?.enrolment?.role == .village)
    #expect(try await store.certificate(of: 1)?.recovery.count == 3)
  }
}
