import SyncProtocol

/// A laptop that the centre knows, and the people on it.
struct EnrolledDevice: Equatable, Sendable {
  var number: DeviceNumber
  /// Its Ed25519 public key.
  var sign: [UInt8]
  var people: [EnrolledPerson]
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
}
