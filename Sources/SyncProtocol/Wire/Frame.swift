/// One line of JSON and the raw bytes that follow it.
///
/// Sealed boxes are most of the traffic and do not compress; as base64 inside the line they would
/// cost a third more (reliability, 1.3).
public struct Frame: Equatable, Sendable {
  /// The JSON object, without the newline that ends it.
  public var line: [UInt8]
  public var payload: [UInt8]

  /// Writes the value as the line, with the length of the payload as `len` when there is one.
  public init(_ value: some Encodable, payload: [UInt8] = []) {
    line = WireJSON.encode(Measured(value: value, length: payload.count))
    self.payload = payload
  }

  init(line: [UInt8], payload: [UInt8]) {
    self.line = line
    self.payload = payload
  }

  /// What the frame is, by its key `k`; the first frame of a request or a reply has none.
  public var kind: String? {
    WireJSON.decode(Kind.self, from: line)?.k
  }

  /// The line as a value, or `nil` when it has another shape.
  public func decode<Value: Decodable>(_ type: Value.Type) -> Value? {
    WireJSON.decode(type, from: line)
  }

  /// The bytes on the wire.
  public var bytes: [UInt8] {
    let newline = [UInt8(ascii: "\n")]
    return payload.isEmpty ? line + newline : line + newline + payload + newline
  }

  private struct Kind: Decodable { var k: String? }

  private struct Measured<Value: Encodable>: Encodable {
    var value: Value
    var length: Int
    enum Key: String, CodingKey { case len }

    func encode(to encoder: any Encoder) throws {
      try value.encode(to: encoder)
      guard length > 0 else { return }
      var container = encoder.container(keyedBy: Key.self)
      try container.encode(length, forKey: .len)
    }
  }
}
