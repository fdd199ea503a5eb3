/// A one-time code on a slip of paper: ten characters of Crockford's base 32, and one to check them.
///
/// The check character is a sum in the field of 32 elements with a different factor for each place:
/// one wrong character, or any two in each other's place, is noticed before anything is sent, and
/// the check needs no signs that are not on the paper.
public struct EnrolmentCode: Hashable, Sendable, CustomStringConvertible {
  private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

  /// The eleven characters as numbers from 0 to 31.
  private let values: [UInt8]

  /// Draws a new code: fifty random bits.
  public init(_ ambient: Ambient) {
    let drawn = ambient.random(10).map { $0 & 31 }
    precondition(drawn.count == 10, "the dice gave another number of bytes than asked for")
    values = drawn + [Self.check(drawn)]
  }

  /// Reads a code as people type it: any case, any spacing, `o` for zero, `i` and `l` for one.
  ///
  /// `nil` when it has another length, or when its check character does not fit.
  public init?(_ text: String) {
    var values: [UInt8] = []
    for character in text.uppercased() where character != "-" && character != " " {
      guard let value = Self.value(of: character) else { return nil }
      values.append(value)
    }
    guard values.count == 11, Self.check(Array(values.prefix(10))) == values[10] else {
      return nil
    }
    self.values = values
  }

  /// The first three characters, by which the centre finds the code without keeping it.
  public var selector: String { String(description.prefix(3)) }

  /// Five characters, a hyphen and six, in capitals.
  public var description: String {
    let letters = values.map { Self.alphabet[Int($0)] }
    return String(letters.prefix(5)) + "-" + String(letters.dropFirst(5))
  }

  private static func value(of character: Character) -> UInt8? {
    switch character {
    case "O": 0
    case "I", "L": 1
    default: alphabet.firstIndex(of: character).map { UInt8($0) }
    }
  }

  // Horner's rule: multiplying by x in GF(2)[x] / (x^5 + x^2 + 1), where x has order 31.
  private static func check(_ values: [UInt8]) -> UInt8 {
    let sum = values.reduce(0) { multipliedByX($0) ^ $1 }
    return multipliedByX(sum)
  }

  private static func multipliedByX(_ value: UInt8) -> UInt8 {
    let shifted = value << 1
    return shifted & 32 == 0 ? shifted : (shifted ^ 0b100101) & 31
  }
}
