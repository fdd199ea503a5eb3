/// Finds `${name}` and `${last-saved#name}` in a text.
enum References {
  struct Reference {
    var range: Range<String.Index>
    var name: String
    var isLastSaved: Bool
  }

  static func all(in text: String) -> [Reference] {
    guard text.contains("${") else { return [] }
    var found: [Reference] = []
    var place = text.startIndex
    while let start = text[place...].range(of: "${") {
      place = start.upperBound
      guard let end = text[place...].firstIndex(of: "}") else { break }
      var name = text[place..<end]
      let isLastSaved = name.hasPrefix("last-saved#")
      if isLastSaved { name = name.dropFirst("last-saved#".count) }
      guard isName(name) else { continue }
      place = text.index(after: end)
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
  /// Where a part first stands.
  func range(of part: String) -> Range<Index>? {
    guard !part.isEmpty else { return nil }
    var place = startIndex
    while place < endIndex {
      if self[place...].hasPrefix(part),
        let end = index(place, offsetBy: part.count, limitedBy: endIndex)
      {
        return place..<end
      }
      place = index(after: place)
    }
    return nil
  }
}
