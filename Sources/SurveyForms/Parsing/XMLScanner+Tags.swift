/// Tags, and the character data between them.
extension XMLScanner {
  mutating func readStartTag(isRoot: Bool) throws(Doubt) {
    let start = place
    try take(UInt8(ascii: "<"))
    let name = try elementName()
    guard open.count < XMLTree.depthLimit else { throw Doubt() }
    builder.begin(name, at: start)
    open.append(start + 1..<place)
    let first = builder.attributes.count
    while try startsAttribute() {
      let isDeclaration = isXMLNS(at: place)
      guard isRoot || !isDeclaration else { throw Doubt() }
      if isDeclaration {
        _ = try declaration()
      } else {
        try readAttribute(after: first)
      }
    }
    guard builder.count <= XMLTree.elementLimit else { throw Doubt() }
    if try at(0) == UInt8(ascii: "/") {
      place += 1
      close()
    }
    try take(UInt8(ascii: ">"))
  }

  private mutating func close() {
    builder.end()
    open.removeLast()
  }

  mutating func readEndTag() throws(Doubt) {
    place += 2
    try takeName(of: open[open.count - 1])
    skipBlanks()
    try take(UInt8(ascii: ">"))
    close()
  }

  /// Goes to the next attribute, or to the end of the tag.
  mutating func startsAttribute() throws(Doubt) -> Bool {
    let before = place
    skipBlanks()
    let byte = try at(0)
    if byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") { return false }
    guard place > before else { throw Doubt() }
    return true
  }

  /// - Parameter first: The place of the element's first attribute.
  private mutating func readAttribute(after first: Int) throws(Doubt) {
    let name = try attributeName()
    guard !isRepeated(name, after: first) else { throw Doubt() }
    try readEquals()
    let quote = try at(0)
    guard isQuote(quote) else { throw Doubt() }
    place += 1
    let start = place
    skipLetters()
    while try at(0) != quote, try isQuote(at(0)) {
      place += 1
      skipLetters()
    }
    guard try at(0) != quote else {
      builder.addAttribute(name, at: start..<place)
      place += 1
      return
    }
    place = start
    try readMixedValue(of: name, quote)
  }

  private func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }

  /// A value with entities or line ends in it.
  private mutating func readMixedValue(of name: Int32, _ quote: UInt8) throws(Doubt) {
    builder.beginAttribute(name)
    var start = place
    while true {
      skipLetters()
      switch try at(0) {
      case quote:
        builder.add(bytes[start..<place])
        builder.endAttribute()
        place += 1
        return
      case UInt8(ascii: "&"):
        builder.add(bytes[start..<place])
        builder.add(CollectionOfOne(try entity()))
        start = place
      case 0x0A, 0x09:
        builder.add(bytes[start..<place])
        builder.add(CollectionOfOne(0x20))
        place += 1
        start = place
      case UInt8(ascii: "<"): throw Doubt()
      default: try skipLetter()
      }
    }
  }

  private func isRepeated(_ name: Int32, after first: Int) -> Bool {
    let others = first..<builder.attributes.count
    return others.count > 64 || others.contains { isSame(builder.attributes[$0].name, name) }
  }

  /// Whether two attributes may have one name: their prefixes may stand for one namespace.
  private func isSame(_ one: Int32, _ other: Int32) -> Bool {
    if one == other { return true }
    let (one, other) = (builder.names[Int(one)], builder.names[Int(other)])
    return !one.prefix.isEmpty && !other.prefix.isEmpty && one.local == other.local
  }

  mutating func readEquals() throws(Doubt) {
    skipBlanks()
    try take(UInt8(ascii: "="))
    skipBlanks()
  }

  /// Reads the character data up to the next tag; what holds no entity is left where it stands.
  mutating func readText() throws(Doubt) {
    var start = place
    try skipText()
    // Character data goes on behind a comment.
    if try at(0) == UInt8(ascii: "<"), try at(1) != UInt8(ascii: "!"), !builder.isInText {
      if start < place { builder.addText(at: start..<place) }
      return
    }
    while try at(0) != UInt8(ascii: "<") {
      builder.add(bytes[start..<place])
      builder.add(CollectionOfOne(try entity()))
      start = place
      try skipText()
    }
    builder.add(bytes[start..<place])
  }

  /// Skips to the next tag or entity.
  private mutating func skipText() throws(Doubt) {
    while true {
      skipLetters()
      switch try at(0) {
      case UInt8(ascii: "<"), UInt8(ascii: "&"): return
      // Character data must not contain `]]>`.
      case UInt8(ascii: "]") where try at(1) == UInt8(ascii: "]"): throw Doubt()
      case 0x0A: skipBlanks()
      default: try skipLetter()
      }
    }
  }

  /// The byte that one of the five entities stands for.
  private mutating func entity() throws(Doubt) -> UInt8 {
    for (name, byte) in XMLScanner.entities where bytes[place...].starts(with: name.utf8) {
      place += name.utf8.count
      return byte
    }
    throw Doubt()
  }

  private static let entities: [(String, UInt8)] = [
    ("&lt;", UInt8(ascii: "<")), ("&gt;", UInt8(ascii: ">")), ("&amp;", UInt8(ascii: "&")),
    ("&quot;", UInt8(ascii: "\"")), ("&apos;", UInt8(ascii: "'")),
  ]
}
