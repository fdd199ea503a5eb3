/// Thai and Arabic digits, one for one.
public enum Digits {
  /// Writes every digit of a text in ASCII and leaves everything else as it is.
  public static func ascii(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: \.isThaiDigit) else { return text }
    return String(scalars: text.unicodeScalars.map(ascii))
  }

  /// Writes every digit of a text in Thai and leaves everything else as it is.
  public static func thai(_ text: String) -> String {
    String(
      scalars: text.unicodeScalars.map { scalar in
        guard scalar.isASCIIDigit else { return scalar }
        return Unicode.Scalar(scalar.value - 0x30 + 0x0E50) ?? scalar
      })
  }

  /// Returns 0 to 9 for a digit of either script.
  public static func value(of scalar: Unicode.Scalar) -> Int? {
    if scalar.isASCIIDigit { return Int(scalar.value) - 0x30 }
    if scalar.isThaiDigit { return Int(scalar.value) - 0x0E50 }
    return nil
  }

  /// Puts a comma between thousands: `30000` becomes `30,000`.
  ///
  /// Only the digits before a decimal point are grouped; a sign stays in front. A text that is no
  /// number comes back as it was.
  public static func grouped(_ number: String) -> String {
    let parts = number.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let first = parts.first else { return number }
    let sign = first.hasPrefix("-") ? "-" : ""
    let digits = Array(first.dropFirst(sign.count).unicodeScalars)
    guard !digits.isEmpty, digits.allSatisfy(\.isASCIIDigit) else { return number }
    var grouped = String.UnicodeScalarView()
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { grouped.append(",") }
      grouped.append(digit)
    }
    return sign + String(grouped) + (parts.count == 2 ? ".\(parts[1])" : "")
  }

  static func ascii(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard scalar.isThaiDigit else { return scalar }
    return Unicode.Scalar(scalar.value - 0x0E50 + 0x30) ?? scalar
  }
}
