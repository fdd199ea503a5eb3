// The standard library composes canonically and keeps it to itself and to Foundation, which would
// bring ICU's tables with it.
@_spi(_Unicode) import Swift

/// The one spelling in which Thai text is stored.
///
/// It is canonical composition with the marks of Thai in a stricter order; compatibility forms are
/// never used, because they split ำ in two.
public enum ThaiNormalization {
  /// Brings a text into its stored spelling.
  ///
  /// Old private-use glyphs become their marks, zero-width and direction signs go, spaces collapse,
  /// ํ and า become ำ, เเ becomes แ, marks stand in order and once. With `keepingEnds` a space at
  /// either end stays, for text that is still being typed.
  public static func normalize(_ text: String, keepingEnds: Bool = false) -> String {
    if !keepingEnds, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) { return text }
    var scalars = composed(text.unicodeScalars.compactMap(plain))
    collapseSpaces(&scalars, keepingEnds: keepingEnds)
    // What one rule moves another may join: ำ and ํ in one heap of marks.
    var before: [Unicode.Scalar]
    repeat {
      before = scalars
      joinVowels(&scalars)
      orderMarks(&scalars)
    } while scalars != before
    return String(scalars: scalars)
  }

  /// Whether a mark of another script hangs on a Thai letter, as text from a broken PDF has it.
  public static func hasForeignMark(_ text: String) -> Bool {
    text.unicodeScalars.contains { scalar in
      guard !scalar.isThai else { return false }
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .spacingMark, .enclosingMark: return true
      default: return false
      }
    }
  }

  /// What a scalar stands for, or nil for one that is dropped.
  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0xF700...0xF71A: privateGlyphs[Int(scalar.value - 0xF700)]
    case 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF, 0xAD: nil
    case 0x09, 0x0A, 0x0D, 0xA0, 0x2007, 0x202F: " "
    default: scalar
    }
  }

  /// The glyphs U+F700 to U+F71A of the old Thai fonts: marks shifted left, down or both, and two
  /// letters without their foot.
  private static let privateGlyphs: [Unicode.Scalar] = [
    "\u{0E10}", "\u{0E34}", "\u{0E35}", "\u{0E36}", "\u{0E37}", "\u{0E48}", "\u{0E49}", "\u{0E4A}",
    "\u{0E4B}", "\u{0E4C}", "\u{0E48}", "\u{0E49}", "\u{0E4A}", "\u{0E4B}", "\u{0E4C}", "\u{0E0D}",
    "\u{0E31}", "\u{0E4D}", "\u{0E47}", "\u{0E48}", "\u{0E49}", "\u{0E4A}", "\u{0E4B}", "\u{0E4C}",
    "\u{0E38}", "\u{0E39}", "\u{0E3A}",
  ]

  /// Canonical composition, which only letters of other scripts need.
  private static func composed(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    guard scalars.contains(where: { $0.value >= 0x300 && !$0.isThai }) else { return scalars }
    return Array(String(scalars: scalars)._nfc)
  }

  private static func collapseSpaces(_ scalars: inout [Unicode.Scalar], keepingEnds: Bool) {
    var kept: [Unicode.Scalar] = []
    for scalar in scalars {
      if scalar == " ", kept.last == " " || kept.isEmpty && !keepingEnds { continue }
      kept.append(scalar)
    }
    if !keepingEnds, kept.last == " " { kept.removeLast() }
    scalars = kept
  }

  /// Writes เเ as แ, and ํ with า as ำ, with the tone in front of it.
  private static func joinVowels(_ scalars: inout [Unicode.Scalar]) {
    var joined: [Unicode.Scalar] = []
    for scalar in scalars {
      if scalar == Sign.saraE, joined.last == Sign.saraE {
        joined[joined.count - 1] = Sign.saraAe
      } else if scalar == Sign.saraAa, let nikhahit = lastNikhahit(joined) {
        joined.remove(at: nikhahit)
        joined.append(Sign.saraAm)
      } else if scalar.isThaiTone, joined.last == Sign.saraAm {
        joined.insert(scalar, at: joined.count - 1)
      } else {
        joined.append(scalar)
      }
    }
    scalars = joined
  }

  /// The place of a ํ at the end, with at most a tone after it.
  private static func lastNikhahit(_ scalars: [Unicode.Scalar]) -> Int? {
    if scalars.last == Sign.nikhahit { return scalars.count - 1 }
    guard scalars.count >= 2, scalars[scalars.count - 1].isThaiTone,
      scalars[scalars.count - 2] == Sign.nikhahit
    else { return nil }
    return scalars.count - 2
  }

  /// Puts the marks of each letter in order, the ones that follow a vowel last, and each once.
  private static func orderMarks(_ scalars: inout [Unicode.Scalar]) {
    var ordered: [Unicode.Scalar] = []
    for scalar in scalars {
      var place = ordered.count
      if scalar.isThaiMark {
        while place > 0, ordered[place - 1].isThaiMark, rank(ordered[place - 1]) > rank(scalar) {
          place -= 1
        }
        if place > 0, ordered[place - 1] == scalar { continue }
      }
      ordered.insert(scalar, at: place)
    }
    scalars = ordered
  }

  private static func rank(_ mark: Unicode.Scalar) -> Int {
    if mark == Sign.phinthu { return 0 }
    return mark.isThaiTone || mark == Sign.thanthakhat ? 2 : 1
  }
}
