/// The identity of a record for its whole life: a UUID of version 7 (RFC 9562, section 5.7).
///
/// Its first 48 bits are a laptop's clock, which keeps the keys of a database close together; they
/// order nothing.
public struct RecordID: Hashable, Comparable, Sendable, CustomStringConvertible {
  private let value: SixteenBytes

  /// Makes a new identity from the clock and the dice.
  public init(_ ambient: Ambient) {
    let milliseconds = UInt64(clamping: ambient.now().milliseconds)
    let time = (0..<6).map { UInt8(truncatingIfNeeded: milliseconds >> (40 - 8 * $0)) }
    var bytes = time + ambient.random(10)
    precondition(bytes.count == 16, "the dice gave another number of bytes than asked for")
    bytes[6] = bytes[6] & 0x0F | 0x70
    bytes[8] = bytes[8] & 0x3F | 0x80
    guard let value = SixteenBytes(bytes) else { preconditionFailure("sixteen bytes are sixteen") }
    self.value = value
  }

  public init?(bytes: some Collection<UInt8>) {
    guard let value = SixteenBytes(bytes) else { return nil }
    self.value = value
  }

  /// Reads the canonical text of a UUID of any version, in either case.
  public init?(_ text: String) {
    let groups = text.split(separator: "-", omittingEmptySubsequences: false)
    guard groups.map(\.utf8.count) == [8, 4, 4, 4, 12],
      let bytes = Hex.bytes(groups.joined())
    else { return nil }
    self.init(bytes: bytes)
  }

  public var bytes: [UInt8] { value.bytes }

  /// The canonical text, in lower case.
  public var description: String {
    let bytes = value.bytes
    return [0..<4, 4..<6, 6..<8, 8..<10, 10..<16].map { Hex.text(bytes[$0]) }
      .joined(separator: "-")
  }

  public static func < (left: RecordID, right: RecordID) -> Bool { left.value < right.value }
}

extension RecordID: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let id = RecordID(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a UUID")
    }
    self = id
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
