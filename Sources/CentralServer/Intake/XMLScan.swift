/// Finds the elements of an XML text that hold text alone, one after the other.
struct XMLScan {
  private var rest: ArraySlice<UInt8>

  init(_ xml: [UInt8]) { rest = xml[...] }

  /// An element without children, by its name without a prefix.
  struct Leaf: Equatable {
    var name: String
    var text: String
  }

  /// The next element that text follows up to its own end; nil at the end of what can be read.
  mutating func nextLeaf() -> Leaf? {
    while let tag = nextTag() {
      guard let name = tag.opened else { continue }
      let text = rest.prefix { $0 != UInt8(ascii: "<") }
      guard rest.dropFirst(text.count).starts(with: "</".utf8) else { continue }
      rest = rest.dropFirst(text.count)
      return Leaf(name: name, text: Self.unescaped(text))
    }
    return nil
  }

  private struct Tag { var opened: String? }

  private mutating func nextTag() -> Tag? {
    rest = rest.drop { $0 != UInt8(ascii: "<") }.dropFirst()
    if rest.starts(with: "!--".utf8) { return skip(past: "-->") }
    if rest.starts(with: "?".utf8) { return skip(past: "?>") }
    if rest.isEmpty || rest.starts(with: "!".utf8) { return nil }
    return endOfTag().map { end in
      let inside = rest[..<end]
      rest = rest[(end + 1)...]
      let isOpening = inside.first != UInt8(ascii: "/") && inside.last != UInt8(ascii: "/")
      return Tag(opened: isOpening ? Self.localName(inside) : nil)
    }
  }

  private mutating func skip(past mark: String) -> Tag? {
    guard let end = rest.firstRange(of: Array(mark.utf8)) else { return nil }
    rest = rest[end.upperBound...]
    return Tag()
  }

  /// Where the `>` is that no attribute holds.
  private func endOfTag() -> Int? {
    var quote: UInt8?
    for (index, byte) in zip(rest.indices, rest) {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if quote == nil { quote = byte } else if quote == byte { quote = nil }
      case UInt8(ascii: ">") where quote == nil: return index
      default: continue
      }
    }
    return nil
  }

  private static func localName(_ inside: ArraySlice<UInt8>) -> String {
    let whole = inside.prefix { $0 > UInt8(ascii: " ") }
    return String(decoding: whole.split(separator: UInt8(ascii: ":")).last ?? [], as: UTF8.self)
  }

  private static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    var parts = String(decoding: bytes, as: UTF8.self)
      .split(separator: "&", omittingEmptySubsequences: false)
    guard parts.count > 1 else { return String(parts.first ?? "") }
    var text = String(parts.removeFirst())
    for part in parts {
      let pieces = part.split(separator: ";", maxSplits: 1, omittingEmptySubsequences: false)
      text += character(pieces[0]) + (pieces.count > 1 ? pieces[1] : "")
    }
    return text
  }

  private static func character(_ reference: Substring) -> String {
    switch reference {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default:
      let digits = reference.dropFirst(reference.hasPrefix("#x") ? 2 : 1)
      let number = UInt32(digits, radix: reference.hasPrefix("#x") ? 16 : 10)
      guard reference.hasPrefix("#"), let scalar = number.flatMap(Unicode.Scalar.init) else {
        return ""
      }
      return String(scalar)
    }
  }
}
