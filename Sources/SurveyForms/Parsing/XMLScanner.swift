/// Reads the XML that tools write, in one walk over its bytes, and gives up on any other.
///
/// Half of the time that a form takes to be read would be expat's. Most forms use a small part of
/// XML: elements, attributes, character data, the five entities, namespaces declared at the root.
/// What is outside of it, or wrong, or only doubtful, is left to ``XMLReader``, so that expat alone
/// decides what is XML and says where it is damaged: all that is read here, it reads in the same way.
struct XMLScanner {
  let bytes: [UInt8]
  var place = 0
  var builder: XMLTree.Builder
  var elementNames = KnownNames()
  var attributeNames = KnownNames()
  /// What prefixes stand for; "" is the namespace of elements without one.
  var namespaces: [String: String] = [:]
  /// Where the names of the elements that are open are written, outermost first.
  var open: [Range<Int>] = []

  /// Leaves the document to the real parser.
  struct Doubt: Error {}

  /// The document's tree, or nil to have it read by ``XMLReader``.
  static func read(_ bytes: [UInt8]) -> XMLTree.Builder? {
    var scanner = XMLScanner(bytes: bytes)
    do {
      try scanner.readDocument()
      return scanner.builder
    } catch {
      return nil
    }
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
    builder = XMLTree.Builder(over: bytes)
  }

  private mutating func readDocument() throws(Doubt) {
    let isASCII = bytes.reduce(0, |) < 0x80
    guard isASCII || String(validating: bytes, as: UTF8.self) != nil else { throw Doubt() }
    skipDeclaration()
    try skipBetween()
    try readNamespaces()
    try readStartTag(isRoot: true)
    while !open.isEmpty {
      try readText()
      if try at(1) == UInt8(ascii: "/") {
        try readEndTag()
      } else if try at(1) == UInt8(ascii: "!") {
        try skipComment()
      } else {
        try readStartTag(isRoot: false)
      }
    }
    try skipBetween()
    guard place == bytes.count else { throw Doubt() }
  }

  /// The byte so many further on.
  func at(_ distance: Int) throws(Doubt) -> UInt8 {
    guard place + distance < bytes.count else { throw Doubt() }
    return bytes[place + distance]
  }

  mutating func take(_ byte: UInt8) throws(Doubt) {
    guard try at(0) == byte else { throw Doubt() }
    place += 1
  }

  /// The declarations that tools write; another is for the real parser, which knows encodings.
  private mutating func skipDeclaration() {
    for declaration in XMLScanner.declarations where bytes.starts(with: declaration.utf8) {
      place = declaration.utf8.count
    }
  }

  private static let declarations = [
    "<?xml version=\"1.0\"?>", "<?xml version='1.0'?>",
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<?xml version='1.0' encoding='UTF-8'?>",
    "<?xml version=\"1.0\" encoding=\"utf-8\"?>", "<?xml version='1.0' encoding='utf-8'?>",
  ]

  mutating func skipBlanks() {
    while place < bytes.count, bytes[place] == 0x20 || bytes[place] == 0x0A || bytes[place] == 0x09
    {
      place += 1
    }
  }

  /// Skips what can stand before and behind the root element.
  private mutating func skipBetween() throws(Doubt) {
    skipBlanks()
    while place + 1 < bytes.count, bytes[place + 1] == UInt8(ascii: "!") {
      try skipComment()
      skipBlanks()
    }
  }

  private mutating func skipComment() throws(Doubt) {
    for byte in "<!--".utf8 { try take(byte) }
    while !bytes[place...].starts(with: "--".utf8) { try skipLetter() }
    place += 2
    try take(UInt8(ascii: ">"))
  }

  /// Skips letters that are nothing else in character data or in a value.
  mutating func skipLetters() { place = XMLScanner.endOfLetters(in: bytes.span, from: place) }

  private static func endOfLetters(in bytes: Span<UInt8>, from start: Int) -> Int {
    var place = start
    while place < bytes.count {
      switch bytes[place] {
      // All but control characters, `"`, `&`, `'`, `<`, `]` and what may begin U+FFFE.
      case 0x5E...0xEE, 0x3D...0x5C, 0x28...0x3B, 0x20, 0x21, 0x23...0x25, 0xF0...0xFF: place += 1
      default: return place
      }
    }
    return place
  }

  /// Skips a byte that XML allows everywhere.
  mutating func skipLetter() throws(Doubt) {
    let byte = try at(0)
    // A return would have to become a line feed; U+FFFE and U+FFFF are no characters.
    guard byte >= 0x20 || byte == 0x0A || byte == 0x09 else { throw Doubt() }
    if byte == 0xEF, try at(1) == 0xBF { throw Doubt() }
    place += 1
  }
}
