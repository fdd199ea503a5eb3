/// What the centre certifies about one person on one laptop, and until when.
///
/// It is what a laptop goes by when no centre can be asked. Each sync renews it.
public struct Certificate: Equatable, Codable, Sendable {
  /// The key `k` of its frame.
  public static let kind = "cert"

  /// How long one is good for, in milliseconds: 400 days.
  public static let lifetime: Int64 = 400 * 24 * 3600 * 1000

  /// How much of that must have passed before a sync brings a new one: 30 days.
  public static let renewal: Int64 = 30 * 24 * 3600 * 1000

  public var person: PersonNumber
  public var device: DeviceNumber
  public var role: Role
  public var area: AreaCode
  /// The Ed25519 key that the person signs with.
  public var sign: Base64Bytes
  /// The officers of whom any two can open the person's drafts again.
  public var recovery: [RecoveryOfficer]
  public var expires: Timestamp
  /// The centre's Ed25519 signature over ``signedBytes``.
  public var signature: Base64Bytes?

  public init(
    person: PersonNumber, device: DeviceNumber, role: Role, area: AreaCode, sign: [UInt8],
    recovery: [RecoveryOfficer], expires: Timestamp, signature: Base64Bytes? = nil
  ) {
    self.person = person
    self.device = device
    self.role = role
    self.area = area
    self.sign = Base64Bytes(sign)
    self.recovery = recovery
    self.expires = expires
    self.signature = signature
  }

  /// What the centre signs: this certificate without its signature.
  public var signedBytes: [UInt8] {
    var unsigned = self
    unsigned.signature = nil
    return Array("fieldtui.certificate.1\n".utf8) + WireJSON.encode(unsigned)
  }

  /// What a laptop tells of the certificate it has; `digest` is BLAKE2b as in ``Revision/hash(_:)``.
  public func mark(_ digest: ([UInt8], Int) -> [UInt8]) -> Mark {
    var timeless = self
    timeless.signature = nil
    timeless.expires = Timestamp(milliseconds: 0)
    return Mark(what: Hex.text(digest(WireJSON.encode(timeless), 16)), expires: expires)
  }

  /// A certificate in short: what it says, and until when.
  public struct Mark: Equatable, Codable, Sendable {
    public var what: String
    public var expires: Timestamp
  }

  init?(_ frame: Frame) {
    guard let line = frame.decode(Line.self) else { return nil }
    self = line.c
  }

  public var frame: Frame { Frame(Line(k: Self.kind, c: self)) }

  private struct Line: Codable {
    var k: String
    var c: Certificate
  }
}

/// An officer who can help to open what a forgotten passphrase closed.
public struct RecoveryOfficer: Hashable, Codable, Sendable {
  public var number: PersonNumber
  public var name: String
  /// The X25519 key that the officer's share is sealed to.
  public var box: Base64Bytes

  public init(number: PersonNumber, name: String, box: [UInt8]) {
    self.number = number
    self.name = name
    self.box = Base64Bytes(box)
  }
}

/// The centre's order to a lost laptop: hand in what is finished, and forget every key.
///
/// It is signed: whoever could make one up could wipe every laptop that he can reach.
public struct RevocationOrder: Equatable, Codable, Sendable {
  /// The key `k` of its frame.
  public static let kind = "revoked"

  public var device: DeviceNumber
  public var time: Timestamp
  /// The centre's Ed25519 signature over ``signedBytes``.
  public var signature: Base64Bytes?

  public init(device: DeviceNumber, time: Timestamp, signature: Base64Bytes? = nil) {
    self.device = device
    self.time = time
    self.signature = signature
  }

  /// What the centre signs: this order without its signature.
  public var signedBytes: [UInt8] {
    var unsigned = self
    unsigned.signature = nil
    return Array("fieldtui.revocation.1\n".utf8) + WireJSON.encode(unsigned)
  }

  init?(_ frame: Frame) {
    guard let line = frame.decode(Line.self) else { return nil }
    self = line.o
  }

  public var frame: Frame { Frame(Line(k: Self.kind, o: self)) }

  private struct Line: Codable {
    var k: String
    var o: RevocationOrder
  }
}
