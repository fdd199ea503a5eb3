/// What a passphrase must be before it may protect a village's answers.
///
/// Length and a list of what everybody tries, after NIST SP 800-63B-4, 3.1.1.2: no digits or signs
/// are asked for, because they make passphrases worse.
public struct PassphraseRules: Sendable {
  /// What is wrong with a passphrase.
  public enum Problem: Equatable, Sendable {
    /// It has fewer than `minimum` letters and digits.
    case tooShort(minimum: Int)

    /// It is one of the passphrases that everybody tries first, or hardly more than one.
    case common

    /// It is one character or one short piece over and over, or keys in a row.
    case predictable

    /// It is made of this person's own name, place or number, or of a name that the laptop shows.
    case aboutThePerson
  }

  /// The fewest letters and digits, as a reader counts them.
  public static let minimum = 8

  /// Words that anyone would guess of this person: name, village, telephone number.
  public var personalWords: [String]

  /// The rules for a person whom these words describe.
  public init(personalWords: [String] = []) {
    self.personalWords = personalWords
  }

  /// Returns what is wrong with `passphrase`, or nil when it will do.
  public func problem(with passphrase: String) -> Problem? {
    let folded = GuessableWords.fold(passphrase)
    let personal = GuessableWords(personalWords).folded
    let isPersonal = Self.isMade(folded, of: personal)
    guard Self.seen(in: passphrase) >= Self.minimum else {
      return isPersonal ? .aboutThePerson : .tooShort(minimum: Self.minimum)
    }
    if Self.isSequence(folded) || Self.isRepetition(folded) { return .predictable }
    // What everybody tries is said to be that, also to somebody who is called so.
    if Self.commonWords.contains(folded) { return .common }
    if isPersonal { return .aboutThePerson }
    let rest = Self.rest(of: folded, without: personal + Self.commonWords)
    return rest.map(Self.isNothing) ?? false ? .common : nil
  }

  /// How many letters and digits a reader sees: a mark belongs to its letter, a dot and what has no
  /// width are none.
  static func seen(in text: String) -> Int {
    text.count(where: { $0.isLetter || $0.isNumber })
  }
}

extension PassphraseRules {
  /// Whether it is a person's own words and titles, with hardly anything added.
  private static func isMade(_ text: [Unicode.Scalar], of words: [[Unicode.Scalar]]) -> Bool {
    guard let rest = rest(of: text, without: words) else { return false }
    return isNothing(Self.rest(of: rest, without: GuessableWords.titles) ?? rest)
  }

  /// What is left of a text when the words are taken out of it; nil when none is in it.
  private static func rest(
    of text: [Unicode.Scalar], without words: [[Unicode.Scalar]]
  ) -> [Unicode.Scalar]? {
    var rest = text[...]
    for word in words {
      while let found = rest.firstRange(of: word) { rest.removeSubrange(found) }
    }
    return rest.count < text.count ? Array(rest) : nil
  }

  /// Whether it adds nothing of the person's own: less than four characters, or a short number.
  private static func isNothing(_ rest: [Unicode.Scalar]) -> Bool {
    rest.count < 4 || rest.count < minimum && rest.allSatisfy { ("0"..."9").contains($0) }
  }

  /// Whether every character follows the one before, on the keyboard or in the alphabet.
  private static func isSequence(_ text: [Unicode.Scalar]) -> Bool {
    guard text.count >= 2 else { return true }
    let steps = Set(zip(text, text.dropFirst()).map { Int($1.value) - Int($0.value) })
    return steps == [1] || steps == [-1]
  }

  /// Whether it is a piece of at most four characters, repeated, or of no more than three different.
  private static func isRepetition(_ text: [Unicode.Scalar]) -> Bool {
    Set(text).count < 4
      || (1...4).contains { length in
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
  ].sorted { $0.count > $1.count }.map(GuessableWords.fold)
}
