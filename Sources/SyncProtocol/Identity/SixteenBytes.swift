/// Sixteen bytes, held as two words so that sets and dictionaries of identities need no arrays.
public struct SixteenBytes: Hashable, Comparable, Sendable {
  private var high: UInt64
  private var low: UInt64

  /// Takes exactly sixteen bytes; anything else is `nil`.
  public init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count == 16 else { return nil }
    high = bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    low = bytes.dropFirst(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  public var bytes: [UInt8] {
    [high, low].flatMap { word in
      (0..<8).map { UInt8(truncatingIfNeeded: word >> (56 - 8 * $0)) }
    }
  }

  public static func < (left: SixteenBytes, right: SixteenBytes) -> Bool {
    (left.high, left.low) < (right.high, right.low)
  }
}

/// An identity of sixteen bytes that is written as thirty-two hexadecimal digits.
public protocol HexIdentity: Hashable, Comparable, Codable, Sendable, CustomStringConvertible {
  var value: SixteenBytes { get }
  init(_ value: SixteenBytes)
}

extension HexIdentity {
  public init?(bytes: some Collection<UInt8>) {
    guard let value = SixteenBytes(bytes) else { return nil }
    self.init(value)
  }

  /// Reads thirty-two hexadecimal digits.
  public init?(_ text: String) {
    guard let bytes = Hex.bytes(text) else { return nil }
    self.init(bytes: bytes)
  }

  public var bytes: [UInt8] { value.bytes }
  public var description: String { Hex.text(value.bytes) }

  public static func < (left: Self, right: Self) -> Bool { left.value < right.value }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let identity = Self(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not 32 hex digits")
    }
    self = identity
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
