/// A JSON text as values (RFC 8259), for the lists that come as GeoJSON.
enum JSONValue: Equatable {
  case null
  case truth(Bool)
  /// A number as it is written.
  case number(String)
  case text(String)
  case list([JSONValue])
  case object([(name: String, value: JSONValue)])

  static func == (a: JSONValue, b: JSONValue) -> Bool {
    switch (a, b) {
    case (.null, .null): true
    case (.truth(let x), .truth(let y)): x == y
    case (.number(let x), .number(let y)), (.text(let x), .text(let y)): x == y
    case (.list(let x), .list(let y)): x == y
    case (.object(let x), .object(let y)):
      x.map(\.name) == y.map(\.name) && x.map(\.value) == y.map(\.value)
    default: false
    }
  }

  subscript(name: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// Nil if the bytes are not one JSON value.
  init?(_ bytes: [UInt8]) {
    guard String(validating: bytes, as: UTF8.self) != nil else { return nil }
    var reader = JSONReader(bytes)
    guard let value = reader.document() else { return nil }
    self = value
  }
}

/// Goes once through a JSON text.
private struct JSONReader {
  private let bytes: [UInt8]
  private var place = 0
  private var depth = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { place = 3 }
  }

  mutating func document() -> JSONValue? {
    guard let value = value() else { return nil }
    skipSpace()
    return place == bytes.count ? value : nil
  }

  private mutating func skipSpace() {
    while place < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) { place += 1 }
  }

  private mutating func take(_ sign: Character) -> Bool {
    skipSpace()
    guard place < bytes.count, bytes[place] == sign.asciiValue else { return false }
    place += 1
    return true
  }

  private mutating func take(word: String) -> Bool {
    guard bytes[place...].starts(with: Array(word.utf8)) else { return false }
    place += word.utf8.count
    return true
  }

  private mutating func value() -> JSONValue? {
    depth += 1
    defer { depth -= 1 }
    guard depth < 64 else { return nil }
    if take("{") { return object() }
    if take("[") { return list() }
    if take("\"") { return text().map(JSONValue.text) }
    if take(word: "true") { return .truth(true) }
    if take(word: "false") { return .truth(false) }
    if take(word: "null") { return .null }
    return number()
  }

  private mutating func object() -> JSONValue? {
    var members: [(name: String, value: JSONValue)] = []
    if take("}") { return .object(members) }
    repeat {
      guard take("\""), let name = text(), take(":"), let value = value() else { return nil }
      members.append((name, value))
    } while take(",")
    return take("}") ? .object(members) : nil
  }

  private mutating func list() -> JSONValue? {
    var items: [JSONValue] = []
    if take("]") { return .list(items) }
    repeat {
      guard let value = value() else { return nil }
      items.append(value)
    } while take(",")
    return take("]") ? .list(items) : nil
  }

  private mutating func number() -> JSONValue? {
    let start = place
    let signs = Array("+-.eE0123456789".utf8)
    while place < bytes.count, signs.contains(bytes[place]) { place += 1 }
    let text = String(decoding: bytes[start..<place], as: UTF8.self)
    return Double(text) == nil ? nil : .number(text)
  }

  /// The text up to the closing quote; the opening one is read.
  private mutating func text() -> String? {
    var units: [UInt8] = []
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: units, as: UTF8.self) }
      guard byte == UInt8(ascii: "\\") else {
        units.append(byte)
        continue
      }
      guard let escaped = escape() else { return nil }
      units += Array(escaped.utf8)
    }
    return nil
  }

  private mutating func escape() -> String? {
    guard place < bytes.count else { return nil }
    let letter = Character(Unicode.Scalar(bytes[place]))
    place += 1
    switch letter {
    case "n": return "\n"
    case "t": return "\t"
    case "r": return "\r"
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "u": return codePoints()
    case "\"", "\\", "/": return String(letter)
    default: return nil
    }
  }

  /// The character of `\uXXXX`, or of two of them that are a pair.
  private mutating func codePoints() -> String? {
    guard let first = hexadecimal() else { return nil }
    var units = [first]
    if UTF16.isLeadSurrogate(first), bytes[place...].starts(with: Array("\\u".utf8)) {
      place += 2
      guard let second = hexadecimal() else { return nil }
      units.append(second)
    }
    return String(decoding: units, as: UTF16.self)
  }

  private mutating func hexadecimal() -> UInt16? {
    guard place + 4 <= bytes.count else { return nil }
    defer { place += 4 }
    return UInt16(String(decoding: bytes[place..<place + 4], as: UTF8.self), radix: 16)
  }
}
