/// The Thai Kedmanee keyboard, key for key against the Latin one.
///
/// A person often types with the wrong layout on. Commands are translated silently, text only after
/// the person agreed.
public enum KeyboardLayout {
  /// What the keys typed on the Latin layout say on the Thai one.
  ///
  /// Other signs stay.
  public static func thai(fromLatin text: String) -> String {
    String(scalars: text.unicodeScalars.map { thaiByLatin[$0] ?? $0 })
  }

  /// What the keys typed on the Thai layout say on the Latin one.
  ///
  /// Other signs stay.
  public static func latin(fromThai text: String) -> String {
    String(scalars: text.unicodeScalars.map { latinByThai[$0] ?? $0 })
  }

  /// The Latin key that types a sign on the Thai layout: ๆ is q.
  public static func latin(fromThai scalar: Unicode.Scalar) -> Unicode.Scalar {
    latinByThai[scalar] ?? scalar
  }

  /// The Thai text that was meant by a text typed on the Latin layout, or nil when it was not.
  ///
  /// `l,=kp` was meant as สมชาย. Only a text with Latin letters, without Thai, not all in capitals,
  /// whose Thai reading is well formed gets a suggestion.
  public static func suggestThai(for text: String) -> String? {
    guard !text.unicodeScalars.contains(where: \.isThai) else { return nil }
    let letters = text.unicodeScalars.filter { $0.properties.isAlphabetic }
    guard letters.contains(where: \.isASCII),
      letters.contains(where: { $0.properties.isLowercase })
    else { return nil }
    let meant = thai(fromLatin: text)
    return isWellFormed(meant) ? ThaiNormalization.normalize(meant) : nil
  }

  /// The digits that were meant by a text typed on the number row of the Thai layout, or nil.
  ///
  /// `ๅ/-ภถ` was meant as 12345. Because / and - separate numbers too, at least one Thai letter of
  /// the row must be there, and nothing else than the row, except what `separators` allow.
  public static func suggestDigits(
    for text: String, allowing separators: String = ""
  ) -> String? {
    guard text.unicodeScalars.contains(where: { $0.isThai && !$0.isThaiDigit }) else { return nil }
    let meant = latin(fromThai: text)
    let isNumber = meant.unicodeScalars.allSatisfy { scalar in
      scalar.isASCIIDigit || separators.unicodeScalars.contains(scalar)
    }
    return isNumber ? meant : nil
  }

  /// Whether a text is Thai letters in an order that Thai can have: every mark on a consonant,
  /// every leading vowel before one, every following vowel after one.
  static func isWellFormed(_ text: String) -> Bool {
    let scalars = Array(ThaiNormalization.normalize(text).unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let previous = index > 0 ? scalars[index - 1] : nil
      if scalar == " " {
        guard previous?.isThaiLeadingVowel != true else { return false }
      } else if scalar.isThaiConsonant {
        continue
      } else if scalar.isThaiLeadingVowel {
        guard index + 1 < scalars.count, scalars[index + 1].isThaiConsonant else { return false }
      } else if scalar.isThaiMark {
        guard let previous,
          previous.isThaiConsonant || isVowelMark(previous) && !isVowelMark(scalar)
        else { return false }
      } else if (0x0E30...0x0E33).contains(scalar.value) {
        guard let previous,
          previous.isThaiConsonant || previous.isThaiMark || previous == Sign.saraAa
        else { return false }
      } else if scalar != "ๆ" && scalar != "ฯ" {
        return false
      }
    }
    return true
  }

  private static func isVowelMark(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0x0E31 || (0x0E34...0x0E39).contains(scalar.value)
  }

  private static let thaiByLatin = pairs(latin, thai)
  private static let latinByThai = pairs(thai, latin)

  private static func pairs(_ keys: String, _ values: String) -> [Unicode.Scalar: Unicode.Scalar] {
    Dictionary(uniqueKeysWithValues: zip(keys.unicodeScalars, values.unicodeScalars))
  }

  private static let latin =
    "`1234567890-="
    + "qwertyuiop[]\\"
    + "asdfghjkl;'"
    + "zxcvbnm,./"
    + "~!@#$%^&*()_+"
    + "QWERTYUIOP{}|"
    + "ASDFGHJKL:\""
    + "ZXCVBNM<>?"

  private static let thai =
    "_ๅ/-ภถ\u{0E38}\u{0E36}คตจขช"
    + "ๆไำพะ\u{0E31}\u{0E35}รนยบลฃ"
    + "ฟหกดเ\u{0E49}\u{0E48}าสวง"
    + "ผปแอ\u{0E34}\u{0E37}ทมใฝ"
    + "%+๑๒๓๔\u{0E39}฿๕๖๗๘๙"
    + "๐\"ฎฑธ\u{0E4D}\u{0E4A}ณฯญฐ,ฅ"
    + "ฤฆฏโฌ\u{0E47}\u{0E4B}ษศซ."
    + "()ฉฮ\u{0E3A}\u{0E4C}?ฒฬฦ"
}
