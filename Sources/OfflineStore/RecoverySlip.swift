import Sealing
public import SyncProtocol

/// The file that travels from the laptop of somebody who forgot the passphrase to two officers and
/// back.
///
/// Everything in it is sealed to the officer or to the request: who finds the file opens nothing.
public struct RecoverySlip: Equatable, Codable, Sendable {
  /// The share of one officer, sealed to that officer.
  public struct Share: Equatable, Codable, Sendable {
    public var officer: RecoveryOfficer
    /// Which share it is, from 1.
    public var number: Int
    public var box: Base64Bytes
  }

  /// The share of one officer, sealed to the request.
  public struct Answer: Equatable, Codable, Sendable {
    public var officer: PersonNumber
    public var name: String
    public var number: Int
    public var box: Base64Bytes

    public init(officer: PersonNumber, name: String, number: Int, box: Base64Bytes) {
      self.officer = officer
      self.name = name
      self.number = number
      self.box = box
    }
  }

  /// The longest file that is read, in bytes.
  public static let longest = 64 * 1024

  private static let kind = "fieldtui.recovery.1"

  private var k = Self.kind
  /// Who forgot the passphrase.
  public var name: String
  public var made: Timestamp
  /// The X25519 key that answers are sealed to.
  public var key: Base64Bytes
  public var shares: [Share]
  public var answers: [Answer] = []

  init(name: String, made: Timestamp, key: [UInt8], shares: [Share]) {
    self.name = name
    self.made = made
    self.key = Base64Bytes(key)
    self.shares = shares
  }

  /// Reads a file; nil when it is no such slip.
  public init?(reading bytes: [UInt8]) {
    guard bytes.count <= Self.longest, let slip = WireJSON.decode(RecoverySlip.self, from: bytes),
      slip.k == Self.kind
    else { return nil }
    self = slip
  }

  /// The file's content.
  public var bytes: [UInt8] { WireJSON.encode(self) + [UInt8(ascii: "\n")] }

  /// Six digits that both screens show: the officer answers only when the person reads out the same.
  public var comparison: String {
    let digest = Digest.blake2b(key.bytes, count: 16)
    let number = digest.prefix(4).reduce(0) { $0 << 8 | UInt64($1) } % 1_000_000
    let digits = String(number)
    return String(repeating: "0", count: 6 - digits.count) + digits
  }
}
