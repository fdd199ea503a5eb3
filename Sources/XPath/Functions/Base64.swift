/// Bytes as text, six bits a letter (RFC 4648, 4).
enum Base64 {
  private static let letters = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func encode(_ bytes: [UInt8]) -> String {
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      var quartet: [UInt8] = []
      for _ in 0..<4 {
        quartet.insert(letters[bits & 63], at: 0)
        bits >>= 6
      }
      text += quartet.prefix(group.count + 1)
      text += Array(repeating: 0x3D, count: 3 - group.count)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Returns the bytes, or nil when the text is not whole groups of four letters of the alphabet.
  static func decode(_ text: String) -> [UInt8]? {
    let text = text.utf8.filter { !isXMLSpace($0) }
    let padding = text.reversed().prefix { $0 == 0x3D }.count
    guard text.count.isMultiple(of: 4), padding <= 2 else { return nil }
    var bytes: [UInt8] = []
    var bits = 0
    var count = 0
    for letter in text.dropLast(padding) {
      guard let value = letters.firstIndex(of: letter) else { return nil }
      bits = (bits << 6 | value) & 0xFFFF
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> count))
      }
    }
    return bytes
  }
}
