/// A file on a stick: one line of JSON that says what it is, and bytes behind it.
enum HeadedFile {
  /// The line and the rest; nil when the file begins with no such line, or is longer than `limit`.
  static func read<Line: Decodable>(
    _ type: Line.Type, from bytes: [UInt8], limit: Int
  ) -> (line: Line, rest: [UInt8])? {
    guard bytes.count <= limit,
      let end = bytes.prefix(4_096).firstIndex(of: UInt8(ascii: "\n")),
      let line = WireJSON.decode(type, from: bytes[..<end])
    else { return nil }
    return (line, Array(bytes[(end + 1)...]))
  }

  static func bytes(_ line: some Encodable, _ rest: [UInt8]) -> [UInt8] {
    WireJSON.encode(line) + [UInt8(ascii: "\n")] + rest
  }
}
