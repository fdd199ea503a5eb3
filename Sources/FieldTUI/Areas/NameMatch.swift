/// How well a typed text fits a name, the best first.
enum NameMatch: Int, Comparable {
  case exact, start, inside

  static func < (one: NameMatch, other: NameMatch) -> Bool { one.rawValue < other.rawValue }
}

/// A typed word, prepared for being looked for in many names.
struct NameNeedle {
  private let bytes: [UInt8]
  /// Stands for every byte: itself, or the letter that sounds like it.
  private let letters: [UInt8]

  init(_ typed: String, isLoose: Bool) {
    let identity = (0...255).map { UInt8($0) }
    letters = isLoose ? SearchBytes.alike : identity
    bytes = SearchBytes.folded(typed).map { [letters] in letters[Int($0)] }
  }

  var isEmpty: Bool { bytes.isEmpty }
  var isThai: Bool { bytes.contains { $0 > 0x80 } }

  func match(_ row: Int, in keys: NameKeys) -> NameMatch? {
    let range = keys.range(row)
    guard range.count >= bytes.count, !bytes.isEmpty else { return nil }
    let place = keys.bytes.withUnsafeBufferPointer { name in
      letters.withUnsafeBufferPointer { letters in
        bytes.withUnsafeBufferPointer { Self.find($0, in: name, range, letters) }
      }
    }
    guard let place else { return nil }
    if place > range.lowerBound { return .inside }
    return range.count == bytes.count ? .exact : .start
  }

  /// The first place in a range of the names where the word stands, by a plain scan.
  private static func find(
    _ word: UnsafeBufferPointer<UInt8>, in names: UnsafeBufferPointer<UInt8>, _ range: Range<Int>,
    _ letters: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    var start = range.lowerBound
    let last = range.upperBound - word.count
    while start <= last {
      var offset = 0
      while offset < word.count, letters[Int(names[start + offset])] == word[offset] { offset += 1 }
      if offset == word.count { return start }
      start += 1
    }
    return nil
  }
}
