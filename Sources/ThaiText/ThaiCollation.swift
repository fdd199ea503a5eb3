@_spi(_Unicode) import Swift

/// The order of a Thai dictionary (Royal Institute), as ICU has it for the locale `th`.
///
/// Letters decide first: a leading vowel counts after its consonant, Thai stands before Latin, spaces
/// and punctuation do not count. Then tones and accents, then what is left, such as capitals. Numbers
/// compare as numbers, in either script, which is ICU's `kn` option.
public enum ThaiCollation {
  /// A text prepared for comparing.
  ///
  /// Make it once per text, then sort.
  public struct Key: Hashable, Comparable, Sendable {
    fileprivate var letters: [UInt32] = []
    fileprivate var accents: [UInt32] = []
    fileprivate var forms: [UInt8] = []

    /// Letters first; accents only between texts of the same letters, forms only between texts of the
    /// same accents.
    public static func < (one: Key, other: Key) -> Bool {
      if one.letters != other.letters {
        return one.letters.lexicographicallyPrecedes(other.letters)
      }
      if one.accents != other.accents {
        return one.accents.lexicographicallyPrecedes(other.accents)
      }
      return one.forms.lexicographicallyPrecedes(other.forms)
    }

    fileprivate mutating func add(_ letter: UInt32, form: UInt8 = plainForm) {
      letters.append(letter)
      accents.append(noAccent)
      forms.append(form)
    }

    fileprivate mutating func addAccent(_ accent: UInt32) {
      accents.append(accent)
      forms.append(plainForm)
    }
  }

  /// Returns the key by which a text is sorted.
  public static func key(of text: String) -> Key {
    var key = Key()
    // An accent on a sign that does not count does not count either.
    var isBehindIgnored = false
    var rest = swappingLeadingVowels(Array(text._nfd))[...]
    while let scalar = rest.popFirst() {
      if Digits.value(of: scalar) != nil {
        let more = rest.prefix { Digits.value(of: $0) != nil }
        rest = rest.dropFirst(more.count)
        addNumber([scalar] + more, to: &key)
      } else if let form = saraAmForm(scalar, rest.first) {
        if form != saraAmWhole { rest.removeFirst() }
        key.add(CollationWeight.saraAa, form: form)
        key.add(CollationWeight.nikhahit, form: form)
      } else {
        isBehindIgnored = !add(scalar, isBehindIgnored, to: &key)
        continue
      }
      isBehindIgnored = false
    }
    return key
  }

  /// Adds what a sign weighs; false when it does not count.
  private static func add(
    _ scalar: Unicode.Scalar, _ isBehindIgnored: Bool, to key: inout Key
  ) -> Bool {
    switch CollationWeight(scalar) {
    case .letter(let weight, let form): key.add(weight, form: form)
    case .accent where isBehindIgnored: return false
    case .accent(let weight): key.addAccent(weight)
    case .ignored: return false
    }
    return true
  }

  /// A number weighs how long it is without leading zeros, then its digits.
  private static func addNumber(_ digits: [Unicode.Scalar], to key: inout Key) {
    let values = digits.compactMap(Digits.value).drop { $0 == 0 }
    key.add(CollationWeight.number + UInt32(clamping: min(values.count, 0xFFF)))
    for value in values { key.add(CollationWeight.number + UInt32(value)) }
  }

  /// ำ weighs as า and ํ, which may also stand apart, in either order; nil for any other sign.
  private static func saraAmForm(_ scalar: Unicode.Scalar, _ next: Unicode.Scalar?) -> UInt8? {
    switch (scalar, next) {
    case (Sign.saraAm, _): saraAmWhole
    case (Sign.nikhahit, Sign.saraAa): plainForm + 1
    case (Sign.nikhahit, Sign.lakkhangyao): plainForm + 3
    default: nil
    }
  }

  /// ICU reads เ แ โ ใ ไ and the consonant behind it as one: each vowel moves once.
  private static func swappingLeadingVowels(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var scalars = scalars
    var index = 0
    while index + 1 < scalars.count {
      if scalars[index].isThaiLeadingVowel, scalars[index + 1].isThaiConsonant {
        scalars.swapAt(index, index + 1)
        index += 1
      }
      index += 1
    }
    return scalars
  }

  private static let saraAmWhole = plainForm + 2
}

private let noAccent: UInt32 = 1
private let plainForm: UInt8 = 1

/// What a single sign weighs, as the root collation of CLDR and its changes for Thai have it.
private enum CollationWeight {
  case letter(UInt32, form: UInt8)
  case accent(UInt32)
  case ignored

  /// Where digits begin: after the signs that count, before the letters.
  static let number: UInt32 = 0x1000
  static let nikhahit: UInt32 = thai + 0x2F
  static let saraAa: UInt32 = thai + 0x32
  private static let thai: UInt32 = 0x4000
  private static let others: UInt32 = 0x10000

  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x0E01...0x0E2E, 0x0E30...0x0E39, 0x0E40...0x0E44:
      self = .letter(Self.thai + scalar.value - 0x0E00, form: plainForm)
    case 0x0E45: self = .letter(Self.saraAa, form: plainForm + 1)
    case 0x0E4D: self = .letter(Self.nikhahit, form: plainForm)
    case 0x0E2F, 0x0E46: self = .ignored
    case 0x0E3A: self = .letter(Self.thai + 0x45, form: plainForm)
    case 0x0E47...0x0E4E: self = .accent(Self.thaiAccent(scalar.value))
    default: self = Self.foreign(scalar)
    }
  }

  /// ๎ and ์ come before ็ and the tones.
  private static func thaiAccent(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x0E4E: 2
    case 0x0E4C: 3
    default: 4 + value - 0x0E47
    }
  }

  private static func foreign(_ scalar: Unicode.Scalar) -> CollationWeight {
    if let place = signs.firstIndex(of: scalar) {
      return .letter(UInt32(place) + 2, form: plainForm)
    }
    let properties = scalar.properties
    if properties.canonicalCombiningClass != .notReordered { return .accent(0x100 + scalar.value) }
    guard properties.isAlphabetic else { return .ignored }
    let small = properties.lowercaseMapping.unicodeScalars.first ?? scalar
    return .letter(Self.others + small.value, form: small == scalar ? plainForm : plainForm + 1)
  }

  /// The signs of the keyboard that count, in their order; the others are punctuation.
  private static let signs: [Unicode.Scalar] = [
    "`", "^", "°", "+", "<", "=", ">", "|", "~", "$", "฿", "€",
  ]
}
