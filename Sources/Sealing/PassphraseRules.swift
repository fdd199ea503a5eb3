/// What a passphrase must be before it may protect a village's answers.
///
/// Length and a list of what everybody tries, after NIST SP 800-63B-4, 3.1.1.2: no digits or signs
/// are asked for, because they make passphrases worse.
public struct PassphraseRules: Sendable {
  /// What is wrong with a passphrase.
  public enum Problem: Equatable, Sendable {
    /// It has fewer than `minimum` characters.
    case tooShort(minimum: Int)

    /// It is one of the passphrases that everybody tries first, or hardly more than one.
    case common

    /// It is one character or one short piece over and over, or keys in a row.
    case predictable

    /// It is made of this person's own name, place or number.
    case aboutThePerson
  }

  /// The fewest characters, as a reader counts them.
  public static let minimum = 8

  /// Words that anyone would guess of this person: name, village, telephone number.
  public var personalWords: [String]

  /// The rules for a person whom these words describe.
  public init(personalWords: [String] = []) {
    self.personalWords = personalWords
  }

  /// Returns what is wrong with `passphrase`, or nil when it will do.
  public func problem(with passphrase: String) -> Problem? {
    let scalars = passphrase.unicodeScalars.count
    guard scalars >= Self.minimum else { return .tooShort(minimum: Self.minimum) }
    let folded = Self.folded(passphrase)
    if Self.isSequence(folded) || Self.isRepetition(folded) { return .predictable }
    // What everybody tries is said to be that, also to somebody who is called so.
    if Self.commonWords.contains(folded) { return .common }
    let personal = personalWords.map(Self.folded).filter { $0.count >= 3 }
    if Self.isMostly(personal, folded) { return .aboutThePerson }
    return Self.isMostly(personal + Self.commonWords, folded) ? .common : nil
  }
}

extension PassphraseRules {
  /// Lower case, letters and digits only, Thai digits as ASCII, and the usual swaps undone.
  private static func folded(_ text: String) -> [Unicode.Scalar] {
    text.lowercased().unicodeScalars.compactMap { scalar in
      switch scalar.value {
      case 0x0E50...0x0E59: Unicode.Scalar(scalar.value - 0x0E50 + 0x30)
      case UInt32(ascii: "@"): "a"
      case UInt32(ascii: "$"): "s"
      default: scalar.properties.isAlphabetic || isDigitOrThaiMark(scalar) ? scalar : nil
      }
    }
  }

  private static func isDigitOrThaiMark(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value) || (0x0E31...0x0E4E).contains(scalar.value)
  }

  /// Whether taking the words out leaves fewer than four characters of the person's own.
  private static func isMostly(_ words: [[Unicode.Scalar]], _ text: [Unicode.Scalar]) -> Bool {
    var rest = text[...]
    for word in words {
      while let found = rest.firstRange(of: word) { rest.removeSubrange(found) }
    }
    return rest.count < 4 && rest.count < text.count
  }

  /// Whether every character follows the one before, on the keyboard or in the alphabet.
  private static func isSequence(_ text: [Unicode.Scalar]) -> Bool {
    guard text.count >= 2 else { return true }
    let steps = Set(zip(text, text.dropFirst()).map { Int($1.value) - Int($0.value) })
    return steps == [1] || steps == [-1]
  }

  /// Whether it is a piece of at most four characters, repeated.
  private static func isRepetition(_ text: [Unicode.Scalar]) -> Bool {
    (1...4).contains { length in
      text.count > length && zip(text, text.dropFirst(length)).allSatisfy(==)
    }
  }

  /// The words everybody tries, longest first so that a long one is not left in pieces.
  private static let commonWords = [
    "dopakey", "dopa", "fieldtui", "password", "passphrase", "passw0rd", "pass", "admin",
    "qwertyuiop", "qwerty", "asdfghjkl", "asdfgh", "zxcvbnm", "zxcvbn", "iloveyou", "welcome",
    "letmein", "monkey", "dragon", "sunshine", "football", "princess", "abcdefgh", "abcd1234",
    "abc", "thailand", "bangkok", "covid19", "covid", "village", "survey", "test", "user", "login",
    "1q2w3e4r", "1qaz2wsx", "q1w2e3r4", "1234567890", "0123456789", "123456789", "12345678",
    "87654321", "123456", "654321", "12345", "1234", "4321", "1111", "0000", "112233", "123123",
    "2563", "2564", "2565", "2569", "2019", "2020", "2026",
    "ผู้ใหญ่บ้าน", "กำนัน", "หมู่บ้าน", "ประเทศไทย", "รหัสผ่าน", "ปลัดอำเภอ", "อำเภอ", "โควิด",
  ].sorted { $0.count > $1.count }.map { Array($0.unicodeScalars) }
}

extension UInt32 {
  fileprivate init(ascii scalar: Unicode.Scalar) { self = scalar.value }
}
