import Compression
import OfflineStore
import Sealing
import SyncProtocol

/// The other end: a centre that can open what was sealed to it, and answers what a test wants.
struct TestCentre {
  let box = BoxKeys()
  let signing = SigningKeys()
  let epoch = Epoch(.sixteen(1))
  let village = AreaCode("47120601") ?? .nation

  func enrolment(
    _ person: Int32 = 12, as role: Role = .village, area: String = "47120601"
  ) -> EnrolmentReply {
    EnrolmentReply(
      device: DeviceNumber(7), person: PersonNumber(person), name: "ผู้ใหญ่สมหมาย", role: role,
      area: AreaCode(area) ?? .nation, epoch: epoch,
      centre: EnrolmentReply.Centre(key: 1, box: box.publicKey, sign: signing.publicKey),
      title: "อำเภอพังโคน")
  }

  /// A signed certificate of the person 12 on the laptop 7.
  func certificate(
    _ person: Int32 = 12, as role: Role = .village, sign: [UInt8],
    officers: [RecoveryOfficer] = [], expires: Int64 = 1_600_000_000_000
  ) -> Certificate {
    var certificate = Certificate(
      person: PersonNumber(person), device: DeviceNumber(7), role: role,
      area: role == .village ? village : AreaCode("4712") ?? .nation, sign: sign,
      recovery: officers, expires: Timestamp(milliseconds: expires))
    certificate.signature = Base64Bytes(signing.sign(certificate.signedBytes))
    return certificate
  }

  /// The order that a lost laptop gets.
  func revocation(_ device: Int32 = 7) -> RevocationOrder {
    var order = RevocationOrder(
      device: DeviceNumber(device), time: Timestamp(milliseconds: 1_586_600_000_000))
    order.signature = Base64Bytes(signing.sign(order.signedBytes))
    return order
  }

  /// The submission in an item, whose signature must be the author's.
  func open(_ item: OutboxItem, from keyring: Keyring) throws -> String? {
    guard let revision = item.revision,
      SigningKeys.verify(revision.signature, of: revision.signedBytes, by: keyring.signingKey)
    else { return nil }
    let bytes = try Zstandard.decompress(box.open(revision.box), limit: 1 << 20)
    return String(decoding: bytes, as: UTF8.self)
  }

  func receipt(
    _ items: [OutboxItem] = [], refused: [(id: Int64, problem: Problem)] = [],
    epoch: Epoch? = nil, at: Int64 = 10, archived: Int64 = 0, events: [FeedEvent] = [],
    certificates: [Certificate] = [], revocation: RevocationOrder? = nil
  ) -> Receipt {
    Receipt(
      acknowledged: items.map(\.id), refused: refused, epoch: epoch ?? self.epoch, at: at,
      archived: archived, events: events, certificates: certificates, revocation: revocation)
  }

  /// A line of the feed for the owner of `box`.
  func event(
    _ number: Int64, _ state: ReviewState, of record: RecordID, _ revision: RevisionHash,
    to person: Int32 = 12, standing: Standing? = nil, form: FormName? = nil, box: [UInt8],
    body: EventBody? = nil
  ) throws -> FeedEvent {
    let payload = try body.map {
      try BoxKeys.seal(Zstandard.compress(WireJSON.encode($0)), to: box)
    }
    return FeedEvent(
      number: number, village: village, record: record, revision: revision, state: state,
      by: "ปลัดอำเภอสุดา", time: Timestamp(milliseconds: 1_586_600_000_000 + number),
      recipient: PersonNumber(person), standing: standing, form: form, payload: payload ?? [])
  }
}

extension OutboxItem {
  var revision: Revision? {
    guard case .revision(let revision) = item else { return nil }
    return revision
  }

  var decision: DecisionItem? {
    guard case .decision(let decision) = item else { return nil }
    return decision
  }
}
