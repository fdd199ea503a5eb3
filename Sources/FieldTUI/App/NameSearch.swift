import ThaiText

/// Names that are searched as people remember them: by any of their words, whatever the tones, the
/// spaces and the keyboard layout.
struct NameSearch: Equatable, Sendable {
  private let names: [String]
  /// The names as they are compared, each way when it is first needed.
  private var folded: [NameFold: [[UInt8]]] = [:]

  init(_ names: [String]) {
    self.names = names
  }

  /// The positions of the names that hold a text, or else every word of it, in order; of all when it is
  /// empty.
  mutating func positions(of typed: String) -> [Int] {
    NameFold.firstFound(typed) { fold in
      let names = folded[fold] ?? names.map(fold.bytes)
      folded[fold] = names
      return names
    }
  }
}

/// How exactly a name is compared with what was typed, the most exact first.
enum NameFold: CaseIterable, Sendable {
  case spelled
  /// Letters that sound alike count as one.
  case alike
  /// By ear.
  case heard

  /// A name as it is compared.
  func bytes(_ name: String) -> [UInt8] {
    switch self {
    case .spelled: Array(ThaiFolding.fold(name).utf8)
    case .alike: Array(ThaiFolding.foldLoosely(name).utf8)
    case .heard: Array(ThaiSound.key(of: name).utf8)
    }
  }

  /// What the most exact way finds that finds anything: the text as it was typed, and as it was meant
  /// when the other layout was on.
  ///
  /// - Parameter names: The names as they are compared in one of the ways, asked for once each.
  /// - Returns: The positions of those that are found.
  static func firstFound(_ typed: String, in names: (NameFold) -> [[UInt8]]) -> [Int] {
    let readings = readings(of: typed)
    for fold in allCases {
      let names = names(fold)
      for words in readings.flatMap({ SearchedWords.ways(of: $0, fold) }) {
        let found = names.indices.filter { words.areAll(in: names[$0]) }
        if !found.isEmpty { return found }
      }
    }
    return []
  }

  /// A text as it was typed, and as it was meant when the other layout was on.
  static func readings(of typed: String) -> [String] {
    let isThai = typed.unicodeScalars.contains(where: \.isThai)
    let other =
      isThai ? KeyboardLayout.latin(fromThai: typed) : KeyboardLayout.suggestThai(for: typed)
    return [typed] + (other.map { [$0] } ?? [])
  }
}

/// What is looked for in a name, as names are compared.
struct SearchedWords {
  private let words: [[UInt8]]
  private let isOneOfMany: Bool

  init(_ words: [[UInt8]], isOneOfMany: Bool? = nil) {
    self.words = words.filter { !$0.isEmpty }
    self.isOneOfMany = isOneOfMany ?? (words.count > 1)
  }

  /// Whether there is nothing to look for, which is found everywhere.
  var isEmpty: Bool { words.isEmpty }

  /// A text as a whole, and then its words wherever they stand.
  static func ways(of typed: String, _ fold: NameFold) -> [SearchedWords] {
    let words = typed.split(separator: " ").map { fold.bytes(String($0)) }.filter { !$0.isEmpty }
    return (words.count > 1 ? [[fold.bytes(typed)], words] : [words]).map { SearchedWords($0) }
  }

  /// Whether each stands somewhere in a name.
  func areAll(in name: [UInt8]) -> Bool {
    words.allSatisfy { Self.isFound($0.span, in: name.span, isOneOfMany: isOneOfMany) }
  }

  private static func isFound(
    _ word: Span<UInt8>, in name: Span<UInt8>, isOneOfMany: Bool
  ) -> Bool {
    guard word.count <= name.count else { return false }
    for start in 0...name.count - word.count {
      var done = 0
      while done < word.count, name[start + done] == word[done] { done += 1 }
      guard done == word.count else { continue }
      // Of a house number and a name, the 2 is not the one in 12.
      if isOneOfMany, start > 0, isDigit(word[0]), isDigit(name[start - 1]) { continue }
      return true
    }
    return false
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
