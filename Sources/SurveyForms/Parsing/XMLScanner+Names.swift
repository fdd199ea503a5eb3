/// Names and namespaces.
extension XMLScanner {
  /// Goes over the tag of the root once for its namespaces, which its own name may need.
  mutating func readNamespaces() throws(Doubt) {
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

  func isXMLNS(at place: Int) -> Bool {
    bytes[place] == UInt8(ascii: "x") && bytes[place...].starts(with: "xmlns".utf8)
  }

  mutating func declaration() throws(Doubt) -> (prefix: String, namespace: String) {
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

  mutating func elementName() throws(Doubt) -> Int32 {
    let (range, colon) = try skipName()
    if let known = number(range, in: elementNames) { return known }
    let number = builder.add(try name(range, colon, in: namespaces[""] ?? ""))
    try Self.keep(range, of: bytes, number, in: &elementNames)
    return number
  }

  mutating func attributeName() throws(Doubt) -> Int32 {
    let (range, colon) = try skipName()
    if let known = number(range, in: attributeNames) { return known }
    let number = builder.add(try name(range, colon, in: ""))
    try Self.keep(range, of: bytes, number, in: &attributeNames)
    return number
  }

  /// Skips a name that is written as another one is.
  mutating func takeName(of other: Range<Int>) throws(Doubt) {
    guard XMLScanner.isSame(other, at: place, in: bytes.span) else { throw Doubt() }
    place += other.count
  }

  private static func isSame(_ name: Range<Int>, at place: Int, in bytes: Span<UInt8>) -> Bool {
    guard place + name.count <= bytes.count else { return false }
    var done = 0
    while done < name.count, bytes[name.lowerBound + done] == bytes[place + done] { done += 1 }
    return done == name.count
  }

  private func number(_ range: Range<Int>, in names: KnownNames) -> Int32? {
    bytes.withUnsafeBytes { names[UnsafeRawBufferPointer(rebasing: $0[range])] }
  }

  /// On none but the names: a copy of the scanner would have all of them copied at each.
  private static func keep(
    _ range: Range<Int>, of bytes: [UInt8], _ number: Int32, in names: inout KnownNames
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
    let (end, colon) = try XMLScanner.endOfName(in: bytes.span, from: start)
    guard end - start <= 200 else { throw Doubt() }
    place = end
    return (start..<end, colon)
  }

  private static func endOfName(
    in bytes: Span<UInt8>, from start: Int
  ) throws(Doubt) -> (end: Int, colon: Int?) {
    var place = start
    var colon: Int?
    guard place < bytes.count, startsName(bytes[place]) else { throw Doubt() }
    while isInName(bytes[place]) {
      place += 1
      guard place < bytes.count else { throw Doubt() }
      guard bytes[place] == UInt8(ascii: ":") else { continue }
      guard colon == nil, place + 1 < bytes.count, startsName(bytes[place + 1]) else {
        throw Doubt()
      }
      colon = place
      place += 1
    }
    return (place, colon)
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
