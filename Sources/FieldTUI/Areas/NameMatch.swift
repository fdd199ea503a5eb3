/// How well a typed word fits a name, the best first.
///
/// Numbers instead of an optional enum: a search fills one per area of the country.
enum NameMatch {
  static let exact: UInt8 = 0
  static let start: UInt8 = 1
  static let inside: UInt8 = 2
  /// The name itself does not fit, but that of an area around it.
  static let around: UInt8 = 3
  static let none: UInt8 = 4
}

/// A typed word, prepared for being looked for in many names.
struct NameNeedle {
  let bytes: [UInt8]
  /// Stands for every byte: itself, or the letter that sounds like it.
  let letters: [UInt8]

  init(_ typed: String, isLoose: Bool) {
    let letters = isLoose ? SearchBytes.alike : (0...255).map { UInt8($0) }
    self.letters = letters
    let folded = SearchBytes.folded(typed)
    let isLatin = folded.allSatisfy { $0 < 0x80 }
    bytes = isLoose && isLatin ? SearchBytes.loosened(folded) : folded.map { letters[Int($0)] }
  }

  var isThai: Bool { bytes.contains { $0 > 0x80 } }

  /// Whether it can only be a postcode or the code of an area.
  var isNumber: Bool { bytes.count > 1 && bytes.allSatisfy { (0x30...0x39).contains($0) } }

  /// How well each name fits, found in one pass over all of them.
  func matches(in keys: NameKeys) -> [UInt8] {
    var matches = [UInt8](repeating: NameMatch.none, count: keys.count)
    guard !bytes.isEmpty else { return matches }
    var row = 0
    for place in places(in: keys.bytes) {
      while keys.end(row) <= place { row += 1 }
      let fit =
        place > keys.start(row)
        ? NameMatch.inside
        : keys.end(row) - 1 - place == bytes.count ? NameMatch.exact : NameMatch.start
      matches[row] = min(matches[row], fit)
    }
    return matches
  }

  /// Every place where the word stands, in order.
  private func places(in names: [UInt8]) -> [Int] {
    names.withUnsafeBufferPointer { names in
      bytes.withUnsafeBufferPointer { word in
        letters.withUnsafeBufferPointer { letters in Self.scan(names, for: word, letters) }
      }
    }
  }

  private static func scan(
    _ names: UnsafeBufferPointer<UInt8>, for word: UnsafeBufferPointer<UInt8>,
    _ letters: UnsafeBufferPointer<UInt8>
  ) -> [Int] {
    var places: [Int] = []
    var place = 0
    let first = word[0]
    while place + word.count <= names.count {
      if letters[Int(names[place])] == first {
        var offset = 1
        while offset < word.count, letters[Int(names[place + offset])] == word[offset] {
          offset += 1
        }
        if offset == word.count { places.append(place) }
      }
      place += 1
    }
    return places
  }
}
