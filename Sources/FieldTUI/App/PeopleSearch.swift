import OfflineStore
import ThaiText

/// People who are searched by all that they are known by: the name as spelled and by ear, the house, the
/// national ID or its last digits, the telephone; several words in any order.
struct PeopleSearch: Equatable, Sendable {
  private let names: [String]
  private let cards: [RecordCard?]
  /// The names as they are compared, each way when it is first needed.
  private var folded: [NameFold: [[UInt8]]] = [:]

  init(_ records: [RecordSummary]) {
    names = records.map(\.title)
    cards = records.map(\.card)
  }

  /// The positions of those that fit in the most exact way that finds anybody, in order.
  mutating func positions(of typed: String) -> [Int] {
    for fold in NameFold.allCases {
      let names = folded[fold] ?? names.map(fold.bytes)
      folded[fold] = names
      for words in NameFold.readings(of: typed).flatMap({ PersonWords.ways(of: $0, fold) }) {
        let found = names.indices.filter { words.areAll(in: names[$0], or: cards[$0]) }
        if !found.isEmpty { return found }
      }
    }
    return []
  }
}

/// What is looked for: each word in the name or among the numbers of a person.
private struct PersonWords {
  private let words: [(name: SearchedWords, number: SearchedNumber?)]

  private init(_ words: [String], _ fold: NameFold) {
    let isOneOfMany = words.count > 1
    self.words = words.compactMap { word in
      let name = SearchedWords([fold.bytes(word)], isOneOfMany: isOneOfMany)
      let number = SearchedNumber(word)
      return name.isEmpty && number == nil ? nil : (name, number)
    }
  }

  /// A text as a whole, then its words wherever they stand, then with numbers that were typed in groups.
  static func ways(of typed: String, _ fold: NameFold) -> [PersonWords] {
    let words = typed.split(separator: " ").map(String.init)
    let joined = joiningNumbers(words)
    let ways = [[typed]] + (words.count > 1 ? [words] : []) + (joined == words ? [] : [joined])
    return ways.map { PersonWords($0, fold) }.filter { !$0.words.isEmpty }
  }

  /// `081 234 5678` as one number.
  private static func joiningNumbers(_ words: [String]) -> [String] {
    words.reduce(into: []) { joined, word in
      if let last = joined.last, SearchedNumber(last)?.isDigits == true,
        SearchedNumber(word)?.isDigits == true
      {
        joined[joined.count - 1] = last + word
      } else {
        joined.append(word)
      }
    }
  }

  func areAll(in name: [UInt8], or card: RecordCard?) -> Bool {
    words.allSatisfy { word in
      if word.name.areAll(in: name) { return true }
      guard let number = word.number, let card else { return false }
      return number.isFound(in: card)
    }
  }
}

/// A number as somebody types it, with separators or without, in Thai digits or Arabic ones.
private struct SearchedNumber {
  private let text: String

  init?(_ word: String) {
    let kept = Digits.ascii(KeyboardLayout.suggestDigits(for: word) ?? word)
      .filter { !"-. ()".contains($0) }
    guard !kept.isEmpty, kept.utf8.allSatisfy({ Self.isDigit($0) || $0 == UInt8(ascii: "/") })
    else { return nil }
    text = kept
  }

  var isDigits: Bool { text.utf8.allSatisfy(Self.isDigit) }

  /// A house by its number or the part before the stroke; what is longer also by any part of the
  /// telephone and of the national ID, and three digits by its end.
  func isFound(in card: RecordCard) -> Bool {
    if card.house == text || card.house.hasPrefix(text + "/") { return true }
    guard isDigits else { return text.utf8.count > 2 && card.house.hasPrefix(text) }
    switch text.utf8.count {
    case ...2: return false
    case 3: return card.nationalID.hasSuffix(text) || card.phone.hasSuffix(text)
    default: return card.nationalID.contains(text) || card.phone.contains(text)
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
