/// The order of a Thai dictionary (Royal Institute).
///
/// A leading vowel counts after its consonant; tones, ็ and ์ count only when all the rest is equal;
/// spaces and punctuation do not count; numbers compare as numbers, in either script.
public enum ThaiCollation {
  /// A text prepared for comparing.
  ///
  /// Make it once per text, then sort.
  public struct Key: Hashable, Comparable, Sendable {
    private let letters: [UInt16]
    private let accents: [UInt16]

    fileprivate init(letters: [UInt16], accents: [UInt16]) {
      (self.letters, self.accents) = (letters, accents)
    }

    /// Letters first; accents only between texts of the same letters.
    public static func < (one: Key, other: Key) -> Bool {
      one.letters == other.letters
        ? one.accents.lexicographicallyPrecedes(other.accents)
        : one.letters.lexicographicallyPrecedes(other.letters)
    }
  }

  /// Returns the key by which a text is sorted.
  public static func key(of text: String) -> Key {
    var letters: [UInt16] = []
    var accents: [UInt16] = []
    let scalars = swappingLeadingVowels(Array(ThaiNormalization.normalize(text).unicodeScalars))
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      if Digits.value(of: scalar) != nil {
        let end = scalars[index...].firstIndex { Digits.value(of: $0) == nil } ?? scalars.count
        letters += number(scalars[(index - 1)..<end])
        index = end
      } else if isAccent(scalar) {
        // An accent hangs on the letter before it: one on an earlier letter weighs more.
        accents += [UInt16.max - UInt16(clamping: letters.count), UInt16(scalar.value)]
      } else if let weight = weight(of: scalar) {
        letters.append(weight)
      }
    }
    return Key(letters: letters, accents: accents)
  }

  /// A run of digits weighs its length without leading zeros, then its digits.
  private static func number(_ digits: ArraySlice<Unicode.Scalar>) -> [UInt16] {
    let values = digits.compactMap(Digits.value).drop { $0 == 0 }
    return [1, UInt16(clamping: values.count)] + values.map { UInt16($0) }
  }

  private static func isAccent(_ scalar: Unicode.Scalar) -> Bool {
    (0x0E47...0x0E4C).contains(scalar.value)
  }

  /// Digits weigh least, then Latin in small letters, then Thai in the order of Unicode.
  private static func weight(of scalar: Unicode.Scalar) -> UInt16? {
    if scalar.isThai, scalar != "ฯ", scalar != "ๆ" { return UInt16(scalar.value) }
    guard scalar.properties.isAlphabetic else { return nil }
    return UInt16(clamping: scalar.properties.lowercaseMapping.unicodeScalars.first?.value ?? 0)
  }

  private static func swappingLeadingVowels(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var scalars = scalars
    for index in scalars.indices.dropLast()
    where scalars[index].isThaiLeadingVowel && scalars[index + 1].isThaiConsonant {
      scalars.swapAt(index, index + 1)
    }
    return scalars
  }
}
