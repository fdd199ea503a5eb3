import FoundationEssentials

/// JSON as this protocol writes it: sorted keys, no spaces, slashes as they are.
///
/// Signatures cover this text. Both ends write it anew from the value they read, so it must come out
/// the same every time, which the default order of keys does not.
public enum WireJSON {
  /// The text of a wire type.
  ///
  /// They hold only text, integers and lists, which can always be written.
  public static func encode(_ value: some Encodable) -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return Array(try encoder.encode(value))
    } catch {
      preconditionFailure("a value of the protocol cannot be written as JSON")
    }
  }

  /// Reads a value; `nil` when the bytes are not JSON of that shape, or nest deeper than 32.
  public static func decode<Value: Decodable>(
    _ type: Value.Type, from bytes: some Collection<UInt8>
  ) -> Value? {
    guard isShallow(bytes) else { return nil }
    // What is wrong with hostile text is of no use to anybody: that it is wrong is the answer.
    return try? JSONDecoder().decode(type, from: Data(bytes))
  }

  private static func isShallow(_ bytes: some Collection<UInt8>) -> Bool {
    var depth = 0
    var inText = false
    var escaped = false
    for byte in bytes {
      switch byte {
      case _ where escaped: escaped = false
      case UInt8(ascii: "\\") where inText: escaped = true
      case UInt8(ascii: "\""): inText.toggle()
      case _ where inText: continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
      default: continue
      }
      if depth > 32 { return false }
    }
    return true
  }
}

/// Bytes that are base64 text in JSON: signatures and public keys.
public struct Base64Bytes: Hashable, Codable, Sendable {
  public var bytes: [UInt8]

  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Reads base64 with its padding; `nil` for anything else.
  public init?(text: String) {
    guard let data = Data(base64Encoded: text) else { return nil }
    bytes = Array(data)
  }

  public var text: String { Data(bytes).base64EncodedString() }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let decoded = Base64Bytes(text: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not base64")
    }
    self = decoded
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
