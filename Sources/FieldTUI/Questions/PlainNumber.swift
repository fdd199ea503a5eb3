/// A number of a record as people write it.
///
/// Records have decimals as Java prints them: `10.0`, `1.2345678E7`. Neither is what was typed.
enum PlainNumber {
  /// `12345678` for `1.2345678E7`, and `10` for `10.0`; a text that is no number comes back as it was.
  static func text(_ value: String) -> String {
    guard value.contains("E") || value.contains("e") || value.hasSuffix(".0") else { return value }
    let parts = value.split(omittingEmptySubsequences: false) { $0 == "E" || $0 == "e" }
    guard parts.count <= 2, let exponent = parts.count == 2 ? Int(parts[1]) : 0,
      exponent.magnitude <= 400
    else { return value }
    let isNegative = parts[0].hasPrefix("-")
    let halves = parts[0].drop { $0 == "-" }.split(
      separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let digits = halves.joined()
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return value
    }
    return (isNegative ? "-" : "") + placed(digits, pointAt: halves[0].count + exponent)
  }

  /// The digits with the point behind as many of them.
  private static func placed(_ digits: String, pointAt point: Int) -> String {
    let zeros = String(repeating: "0", count: max(0, 1 - point))
    let padded = zeros + digits + String(repeating: "0", count: max(0, point - digits.count))
    let whole = padded.prefix(max(1, point))
    var fraction = padded.dropFirst(whole.count)
    while fraction.hasSuffix("0") { fraction.removeLast() }
    let cut = whole.drop { $0 == "0" }
    return (cut.isEmpty ? "0" : cut) + (fraction.isEmpty ? "" : "." + fraction)
  }
}
