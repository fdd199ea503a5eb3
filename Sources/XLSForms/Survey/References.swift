/// Finds `${name}` and `${last-saved#name}` in a text.
enum References {
  struct Reference {
    var range: Range<String.Index>
    var name: String
    var isLastSaved: Bool
  }

  static func all(in text: String) -> [Reference] {
    var found: [Reference] = []
    var place = text.startIndex
    while let start = text[place...].range(of: "${") {
      place = start.upperBound
      // No name goes on behind the next `$`, so that no stretch is looked through twice.
      guard let end = text.utf8[place...].firstIndex(where: { $0 == 0x7D || $0 == 0x24 })
      else { break }
      guard text.utf8[end] == 0x7D else { continue }
      var name = text[place..<end]
      let isLastSaved = name.hasPrefix("last-saved#")
      if isLastSaved { name = name.dropFirst("last-saved#".count) }
      guard isName(name) else { continue }
      place = text.utf8.index(after: end)
      found.append(
        Reference(
          range: start.lowerBound..<place, name: String(name), isLastSaved: isLastSaved))
    }
    return found
  }

  /// Whether the text is one reference and nothing else.
  static func isOne(_ text: String) -> Bool {
    all(in: text).first.map { $0.range == text.startIndex..<text.endIndex } ?? false
  }

  /// Whether a text can name an element (Namespaces in XML, NCName).
  static func isName(_ text: some StringProtocol) -> Bool {
    guard let first = text.unicodeScalars.first, first.beginsName else { return false }
    return text.unicodeScalars.allSatisfy(\.isInName)
  }

  /// The same, with a prefix allowed.
  static func isTag(_ text: String) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    return parts.count <= 2 && parts.allSatisfy { isName($0) }
  }
}

extension Unicode.Scalar {
  var beginsName: Bool {
    self == "_" || ("a"..."z").contains(self) || ("A"..."Z").contains(self) || value >= 0xC0
  }

  var isInName: Bool {
    beginsName || self == "-" || self == "." || ("0"..."9").contains(self) || self == "·"
  }
}

extension StringProtocol {
  /// Where a part first stands, compared byte by byte.
  func range(of part: String) -> Range<Index>? {
    guard let first = part.utf8.first else { return nil }
    var place = startIndex
    while let start = utf8[place...].firstIndex(of: first) {
      if utf8[start...].starts(with: part.utf8) {
        return start..<utf8.index(start, offsetBy: part.utf8.count)
      }
      place = utf8.index(after: start)
    }
    return nil
  }
}
