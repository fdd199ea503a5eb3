import SyncProtocol

/// A laptop that the centre knows, and the people on it.
struct EnrolledDevice: Equatable, Sendable {
  var number: DeviceNumber
  /// Its Ed25519 public key.
  var sign: [UInt8]
  var people: [EnrolledPerson]
  var enrolled: Timestamp
  /// When it last spoke to the centre.
  var seen: Timestamp?
  /// When the district revoked it.
  var revoked: Timestamp?
  /// Who asked for that, while a second person is waited for; "" is the keeper of the centre.
  var asked: [String] = []
}

/// Who asks for a laptop to be revoked.
struct RevocationVoice: Equatable, Sendable {
  /// Nil for whoever keeps the centre.
  var person: PersonNumber?
  /// Whether the person stands above the district: one of two voices must.
  var isHigh: Bool

  static let keeper = RevocationVoice(person: nil, isHigh: true)
}

/// A person whom the centre knows.
struct EnrolledPerson: Equatable, Sendable {
  var number: PersonNumber
  var name: String
  var mandate: Mandate
  /// The Ed25519 public key that his records and decisions are signed with.
  var sign: [UInt8]
  /// The X25519 public key that what comes back to him is sealed to.
  var box: [UInt8]
  /// Until when the person is certified; nil before the first certificate.
  var expires: Timestamp?

  /// Whether the person may read and judge: handing in one's own work is never refused for this.
  func isCertified(at time: Timestamp) -> Bool { expires.map { time < $0 } ?? true }
}
