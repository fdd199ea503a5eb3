/// The thirteen digits of a Thai identity card (เลขประจำตัวประชาชน).
///
/// The check digit cannot see everything: a wrong third digit, the second of the province, always
/// goes unnoticed. Screens therefore name the registry office beside the number.
public struct NationalID: Hashable, Sendable {
  /// Why a text is not a national ID.
  public enum Fault: Error, Equatable, Sendable {
    /// A sign that is neither a digit nor a separator.
    case notADigit
    /// The number of digits found, when it is not 13.
    case length(Int)
    /// A first digit of 9, which is not issued to the public.
    case reserved
    /// The last digit does not follow from the others.
    case checkDigit
  }

  /// The number as it is stored: 13 ASCII digits.
  public let digits: String

  /// Reads a number as people type it: Thai or Arabic digits, dashes, dots and spaces.
  public init(_ typed: String) throws(Fault) {
    var values: [Int] = []
    for scalar in typed.unicodeScalars where !Self.isSeparator(scalar) {
      guard let value = Digits.value(of: scalar) else { throw .notADigit }
      values.append(value)
    }
    guard values.count == 13 else { throw .length(values.count) }
    guard values[0] != 9 else { throw .reserved }
    guard values[12] == Self.checkDigit(after: values.dropLast()) else { throw .checkDigit }
    digits = values.map(String.init).joined()
  }

  /// The number as it is printed on the card: `1-0000-00001-01-3`.
  public var grouped: String { Self.grouping(digits) }

  /// The number with all but its last four digits hidden, for lists and fields not in focus.
  public var masked: String { Self.grouping("*********" + digits.suffix(4)) }

  /// The four digits of the registry office: a district's code, or 99, 98 … for a municipality.
  public var registryOffice: String { String(digits.dropFirst().prefix(4)) }

  /// The two digits of the registry office's province.
  public var province: String { String(registryOffice.prefix(2)) }

  /// The first digit, which says how the person came into the register (0 to 8).
  public var kind: Int { Int(digits.prefix(1)) ?? 0 }

  /// Whether the digits are a pattern such as 0000000000001 that passes the sum all the same.
  public var isFiller: Bool {
    let middle = digits.prefix(12)
    if Set(middle).count == 1 { return true }
    return middle == "123456789012" || middle == "012345678901"
  }

  /// Groups as many digits as have been typed so far as a card does: `1-0000-0`.
  public static func grouping(_ digits: some StringProtocol) -> String {
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index == 1 || index == 5 || index == 10 || index == 12 { grouped.append("-") }
      grouped.append(digit)
    }
    return grouped
  }

  /// Weights 13 down to 2, the sum modulo 11.
  private static func checkDigit(after digits: ArraySlice<Int>) -> Int {
    let sum = zip(digits, stride(from: 13, to: 1, by: -1)).reduce(0) { $0 + $1.0 * $1.1 }
    return (11 - sum % 11) % 10
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "-" || scalar == " " || scalar == "." || scalar == "\u{A0}"
  }
}
