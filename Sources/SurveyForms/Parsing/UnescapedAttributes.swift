/// Mends what JavaRosa's XML reader lets pass and XML does not: `<` in the value of an attribute.
///
/// Forms written by hand have `relevant="age < 5"`, and every ODK client runs them.
extension XMLTree {
  /// The document with each `<` in an attribute's value written as `&lt;`; nil if there is none.
  static func escapingAttributes(_ bytes: [UInt8]) -> [UInt8]? {
    var mended: [UInt8] = []
    var place = 0
    var hasChanged = false
    while place < bytes.count {
      guard bytes[place] == UInt8(ascii: "<") else {
        mended.append(bytes[place])
        place += 1
        continue
      }
      let end = endOfMarkup(bytes, from: place)
      if isTag(bytes, at: place) {
        hasChanged = escape(bytes[place..<end], into: &mended) || hasChanged
      } else {
        mended += bytes[place..<end]
      }
      place = end
    }
    return hasChanged ? mended : nil
  }

  private static func isTag(_ bytes: [UInt8], at place: Int) -> Bool {
    guard place + 1 < bytes.count else { return false }
    return bytes[place + 1] != UInt8(ascii: "!") && bytes[place + 1] != UInt8(ascii: "?")
  }

  /// One past the markup that begins at a `<`: a tag, a comment, a section of text.
  private static func endOfMarkup(_ bytes: [UInt8], from start: Int) -> Int {
    let rest = bytes[start...]
    if rest.starts(with: Array("<!--".utf8)) { return end(of: "-->", bytes, from: start) }
    if rest.starts(with: Array("<![CDATA[".utf8)) { return end(of: "]]>", bytes, from: start) }
    var quote: UInt8?
    for place in start..<bytes.count {
      let byte = bytes[place]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return place + 1
      }
    }
    return bytes.count
  }

  private static func end(of mark: String, _ bytes: [UInt8], from start: Int) -> Int {
    let mark = Array(mark.utf8)
    var place = start
    while place + mark.count <= bytes.count {
      if bytes[place] == mark[0], bytes[place...].starts(with: mark) { return place + mark.count }
      place += 1
    }
    return bytes.count
  }

  /// Copies a tag; whether anything in it had to be escaped.
  private static func escape(_ tag: ArraySlice<UInt8>, into mended: inout [UInt8]) -> Bool {
    var hasChanged = false
    for (offset, byte) in tag.enumerated() {
      if byte == UInt8(ascii: "<"), offset > 0 {
        mended += Array("&lt;".utf8)
        hasChanged = true
      } else {
        mended.append(byte)
      }
    }
    return hasChanged
  }
}
