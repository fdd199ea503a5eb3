/// Makes texts alike that a search should find alike.
public enum ThaiFolding {
  /// Drops tones, ็, ์, ฯ, spaces and punctuation; writes digits in ASCII and Latin in small letters.
  ///
  /// So น้ำ finds นำ, and `ต.พังโคน` finds `ต พังโคน`.
  public static func fold(_ text: String) -> String {
    var folded = String.UnicodeScalarView()
    for scalar in ThaiNormalization.normalize(text).unicodeScalars {
      append(scalar, to: &folded)
    }
    return String(folded)
  }

  /// A looser form, for when ``fold(_:)`` finds nothing: letters that sound alike become one.
  ///
  /// ใ ไ · ศ ษ ส · ณ น · ญ ย · ฎ ด · ฏ ต · ฐ ถ · ฑ ฒ ท · ฆ ค · ฬ ล · ทร ซ, and a final letter that ์
  /// silences goes.
  public static func foldLoosely(_ text: String) -> String {
    var letters: [Unicode.Scalar] = []
    for scalar in ThaiNormalization.normalize(text).unicodeScalars {
      if scalar == Sign.thanthakhat {
        dropSilenced(&letters)
      } else {
        letters.append(alike[scalar] ?? scalar)
      }
    }
    var folded = String.UnicodeScalarView()
    for scalar in letters {
      if scalar == "ร", folded.last == "ท" {
        folded.removeLast()
        folded.append("ซ")
      } else {
        append(scalar, to: &folded)
      }
    }
    return String(folded)
  }

  private static let alike: [Unicode.Scalar: Unicode.Scalar] = [
    "ใ": "ไ", "ศ": "ส", "ษ": "ส", "ณ": "น", "ญ": "ย", "ฎ": "ด", "ฏ": "ต", "ฐ": "ถ", "ฑ": "ท",
    "ฒ": "ท", "ฆ": "ค", "ฬ": "ล",
  ]

  /// Adds a letter of a normalised text, unless it is one that a search ignores.
  static func append(
    _ scalar: Unicode.Scalar,
    to folded: inout some RangeReplaceableCollection<Unicode.Scalar> & BidirectionalCollection
  ) {
    switch scalar {
    case " ", ".", "/", "-", "(", ")", ",", "ฯ", Sign.maitaikhu, Sign.thanthakhat: return
    case Sign.saraAa where folded.last == "ฤ": folded.append("ๅ")
    case _ where scalar.isThaiTone: return
    case _ where scalar.isThaiDigit: folded.append(Digits.ascii(scalar))
    case _ where scalar.isThai || ("a"..."z").contains(scalar): folded.append(scalar)
    default: folded.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
    }
  }

  static func dropSilenced(_ letters: inout [Unicode.Scalar]) {
    while let last = letters.last, last.isThaiMark { letters.removeLast() }
    if letters.last?.isThaiConsonant == true { letters.removeLast() }
  }
}
