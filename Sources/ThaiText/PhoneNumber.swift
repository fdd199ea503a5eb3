/// A telephone number of Thailand, as it is dialled inside the country.
public struct PhoneNumber: Hashable, Sendable {
  /// What a number rings.
  public enum Kind: String, Sendable {
    case mobile, landline
  }

  /// The number without separators, in ASCII, `+66` written as 0; other signs are dropped.
  public let digits: String

  /// What is dialled once somebody answers: the 5325 of `ต่อ ๕๓๒๕`.
  public let `extension`: String?

  /// Whether there was more than a number: other words, whose number it is.
  public let hasOtherWords: Bool

  /// Reads a number as people write it, with separators, an extension, or `+66` in front.
  ///
  /// It may be no valid number: see ``kind``.
  public init(_ typed: String) {
    let (number, rest) = Self.split(typed)
    let dialled = Self.digits(in: number)
    let isInternational = dialled.hasPrefix("66") && dialled.count > 9
    // +66 (0)81… has the zero twice.
    let local = dialled.dropFirst(2).drop { $0 == "0" }
    digits = isInternational ? "0" + local : dialled
    let behind = rest.map(Self.digits) ?? ""
    `extension` = behind.isEmpty ? nil : behind
    hasOtherWords =
      !number.unicodeScalars.allSatisfy(Self.isPart)
      || rest?.unicodeScalars.allSatisfy(Self.isPart) == false || rest != nil && behind.isEmpty
  }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    Digits.value(of: scalar) != nil || "+-(). \u{A0}".unicodeScalars.contains(scalar)
  }

  private static func split(_ typed: String) -> (Substring, Substring?) {
    for word in ["ต่อ", "ext", "Ext", "EXT", "#"] {
      guard let start = typed.firstRange(of: word) else { continue }
      return (typed[..<start.lowerBound], typed[start.upperBound...])
    }
    return (typed[...], nil)
  }

  private static func digits(in text: Substring) -> String {
    text.unicodeScalars.compactMap(Digits.value).map(String.init).joined()
  }

  /// Ten digits from 06, 08 or 09; nine from 02 to 05 or 07; nil for everything else.
  public var kind: Kind? {
    let start = digits.prefix(2)
    if digits.count == 10, ["06", "08", "09"].contains(start) { return .mobile }
    if digits.count == 9, ["02", "03", "04", "05", "07"].contains(start) { return .landline }
    return nil
  }

  /// The number as it is kept: its digits, and the extension behind a word.
  public var kept: String { digits + (`extension`.map { " ต่อ " + $0 } ?? "") }

  /// The number as it is shown: `081-234-5678`, `0-4234-5678`.
  public var grouped: String {
    let number =
      switch kind {
      case .mobile: parts(3, 3, 4)
      case .landline: parts(1, 4, 4)
      case nil: digits
      }
    return number + (`extension`.map { " ต่อ " + $0 } ?? "")
  }

  private func parts(_ lengths: Int...) -> String {
    var rest = Substring(digits)
    var parts: [Substring] = []
    for length in lengths {
      parts.append(rest.prefix(length))
      rest = rest.dropFirst(length)
    }
    return parts.joined(separator: "-")
  }
}
