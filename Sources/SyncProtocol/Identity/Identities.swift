/// The identity of a revision: BLAKE2b-128 of the bytes that its author signed.
///
/// Same bytes, same revision: sending one twice changes nothing (reliability, 1.4).
public struct RevisionHash: HexIdentity {
  public let value: SixteenBytes
  public init(_ value: SixteenBytes) { self.value = value }
}

/// The identity of a form: BLAKE2b-128 of its XForm file.
public struct FormHash: HexIdentity {
  public let value: SixteenBytes
  public init(_ value: SixteenBytes) { self.value = value }
}

/// The identity of an officer's decision: BLAKE2b-128 of the bytes that the officer signed.
public struct DecisionHash: HexIdentity {
  public let value: SixteenBytes
  public init(_ value: SixteenBytes) { self.value = value }
}

/// A number drawn when a centre's database is made and again when it is restored.
///
/// A laptop that meets another epoch than it knew offers everything again that no backup holds.
public struct Epoch: HexIdentity {
  public let value: SixteenBytes
  public init(_ value: SixteenBytes) { self.value = value }
}

/// The number a centre gave to a person when he was enrolled.
public struct PersonNumber: Hashable, Comparable, Sendable {
  public var value: Int32
  public init(_ value: Int32) { self.value = value }
  public static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}

/// The number a centre gave to a laptop when its first person was enrolled.
public struct DeviceNumber: Hashable, Comparable, Sendable {
  public var value: Int32
  public init(_ value: Int32) { self.value = value }
  public static func < (left: Self, right: Self) -> Bool { left.value < right.value }
}

extension PersonNumber: Codable {
  public init(from decoder: any Decoder) throws {
    value = try decoder.singleValueContainer().decode(Int32.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }
}

extension DeviceNumber: Codable {
  public init(from decoder: any Decoder) throws {
    value = try decoder.singleValueContainer().decode(Int32.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(value)
  }
}
