/// Reads the XML that tools write, in one walk over its bytes, and gives up on any other.
///
/// Half of the time that a form takes to be read would be expat's. Most forms use a small part of
/// XML: elements, attributes, character data, the five entities, namespaces declared at the root.
/// What is outside of it, or wrong, or only doubtful, is left to ``XMLReader``, so that expat alone
/// decides what is XML and says where it is damaged: all that is read here, it reads in the same way.
struct XMLScanner {
  private let bytes: [UInt8]
  private var place = 0
  private var builder = XMLTree.Builder()
  private var elementNames = KnownNames()
  private var attributeNames = KnownNames()
  /// What prefixes stand for; "" is the namespace of elements without one.
  private var namespaces: [String: String] = [:]
  /// The numbers of the names of the elements that are open.
  private var open: [Int32] = []

  /// Leaves the document to the real parser.
  private struct Doubt: Error {}

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
  private func at(_ distance: Int) throws(Doubt) -> UInt8 {
    guard place + distance < bytes.count else { throw Doubt() }
    return bytes[place + distance]
  }

  private mutating func take(_ byte: UInt8) throws(Doubt) {
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

  private mutating func skipBlanks() {
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

  /// Skips a byte that XML allows everywhere.
  private mutating func skipLetter() throws(Doubt) {
    let byte = try at(0)
    // A return would have to become a line feed; U+FFFE and U+FFFF are no characters.
    guard byte >= 0x20 || byte == 0x0A || byte == 0x09 else { throw Doubt() }
    if byte == 0xEF, try at(1) == 0xBF { throw Doubt() }
    place += 1
  }
}

/// Tags.
extension XMLScanner {
  private mutating func readStartTag(isRoot: Bool) throws(Doubt) {
    let start = place
    try take(UInt8(ascii: "<"))
    let name = try elementName()
    guard open.count < XMLTree.depthLimit else { throw Doubt() }
    builder.begin(name, at: start)
    open.append(name)
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

  private mutating func readEndTag() throws(Doubt) {
    place += 2
    guard try elementName() == open.last else { throw Doubt() }
    skipBlanks()
    try take(UInt8(ascii: ">"))
    close()
  }

  /// Goes to the next attribute, or to the end of the tag.
  private mutating func startsAttribute() throws(Doubt) -> Bool {
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
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw Doubt() }
    place += 1
    builder.beginAttribute(name)
    var start = place
    while try at(0) != quote {
      switch bytes[place] {
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
    builder.add(bytes[start..<place])
    builder.endAttribute()
    place += 1
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

  private mutating func readEquals() throws(Doubt) {
    skipBlanks()
    try take(UInt8(ascii: "="))
    skipBlanks()
  }

  private mutating func readText() throws(Doubt) {
    var start = place
    while try at(0) != UInt8(ascii: "<") {
      switch bytes[place] {
      case UInt8(ascii: "&"):
        builder.add(bytes[start..<place])
        builder.add(CollectionOfOne(try entity()))
        start = place
      // Character data must not contain `]]>`.
      case UInt8(ascii: "]") where try at(1) == UInt8(ascii: "]"): throw Doubt()
      default: try skipLetter()
      }
    }
    if start < place { builder.add(bytes[start..<place]) }
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

/// Names and namespaces.
extension XMLScanner {
  /// Goes over the tag of the root once for its namespaces, which its own name may need.
  private mutating func readNamespaces() throws(Doubt) {
    let start = place
    try take(UInt8(ascii: "<"))
    _ = try skipName()
    while try startsAttribute() {
      if isXMLNS(at: place) {
        let (prefix, namespace) = try declaration()
        guard namespaces.updateValue(namespace, forKey: prefix) == nil else { throw Doubt() }
      } else {
        _ = try skipName()
        try readEquals()
        let quote = try at(0)
        place += 1
        while try at(0) != quote { place += 1 }
        place += 1
      }
    }
    place = start
  }

  private func isXMLNS(at place: Int) -> Bool { bytes[place...].starts(with: "xmlns".utf8) }

  private mutating func declaration() throws(Doubt) -> (prefix: String, namespace: String) {
    let (name, colon) = try skipName()
    let prefix = colon.map { text($0 + 1..<name.upperBound) } ?? ""
    guard colon == name.lowerBound + 5 || name.count == 5, !prefix.hasPrefix("xml") else {
      throw Doubt()
    }
    try readEquals()
    let quote = try at(0)
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { throw Doubt() }
    place += 1
    let start = place
    while try at(0) != quote {
      guard bytes[place] > 0x20, bytes[place] < 0x7F, !"<&".utf8.contains(bytes[place]) else {
        throw Doubt()
      }
      place += 1
    }
    let namespace = text(start..<place)
    place += 1
    guard !namespace.isEmpty, !namespace.hasPrefix("http://www.w3.org/XML/1998"),
      !namespace.hasPrefix("http://www.w3.org/2000/xmlns")
    else { throw Doubt() }
    return (prefix, namespace)
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }

  private mutating func elementName() throws(Doubt) -> Int32 {
    let (range, colon) = try skipName()
    if let known = number(range, in: elementNames) { return known }
    let number = builder.add(try name(range, colon, in: namespaces[""] ?? ""))
    try keep(range, number, in: &elementNames)
    return number
  }

  private mutating func attributeName() throws(Doubt) -> Int32 {
    let (range, colon) = try skipName()
    if let known = number(range, in: attributeNames) { return known }
    let number = builder.add(try name(range, colon, in: ""))
    try keep(range, number, in: &attributeNames)
    return number
  }

  private func number(_ range: Range<Int>, in names: KnownNames) -> Int32? {
    bytes.withUnsafeBytes { names[UnsafeRawBufferPointer(rebasing: $0[range])] }
  }

  /// Every name has one number, which end tags and doubled attributes are told by.
  private func keep(
    _ range: Range<Int>, _ number: Int32, in names: inout KnownNames
  ) throws(Doubt) {
    let isKept = bytes.withUnsafeBytes {
      names.add(UnsafeRawBufferPointer(rebasing: $0[range]), number: number)
    }
    guard isKept else { throw Doubt() }
  }

  private func name(
    _ range: Range<Int>, _ colon: Int?, in namespace: String
  ) throws(Doubt) -> XMLTree.Name {
    guard let colon else {
      return XMLTree.Name(namespace: namespace, local: text(range), prefix: "")
    }
    let prefix = text(range.lowerBound..<colon)
    guard let namespace = namespaces[prefix] else { throw Doubt() }
    return XMLTree.Name(
      namespace: namespace, local: text(colon + 1..<range.upperBound), prefix: prefix)
  }

  /// Skips a name of ASCII letters, with one colon or none.
  private mutating func skipName() throws(Doubt) -> (name: Range<Int>, colon: Int?) {
    let start = place
    var colon: Int?
    guard XMLScanner.startsName(try at(0)) else { throw Doubt() }
    while place < bytes.count, XMLScanner.isInName(bytes[place]) {
      place += 1
      guard try at(0) == UInt8(ascii: ":") else { continue }
      guard colon == nil, XMLScanner.startsName(try at(1)) else { throw Doubt() }
      colon = place
      place += 1
    }
    guard place - start <= 200 else { throw Doubt() }
    return (start..<place, colon)
  }

  private static func startsName(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z") || byte == UInt8(ascii: "_")
  }

  private static func isInName(_ byte: UInt8) -> Bool {
    startsName(byte) || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
      || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }
}
