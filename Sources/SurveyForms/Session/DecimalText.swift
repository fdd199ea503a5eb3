/// A decimal as Java prints it, which is what servers and JavaRosa's records have: `10.0`, `1.0E-4`.
func decimalText(_ number: Double) -> String {
  if number == 0 { return number.sign == .minus ? "-0.0" : "0.0" }
  if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
  let plain = "\(number)"
  let size = number.magnitude
  if size >= 1e-3, size < 1e7 { return plain }
  return scientific(plain)
}

/// Turns the shortest digits that Swift prints into Java's `d.ddE-n`.
private func scientific(_ plain: String) -> String {
  let parts = plain.split(separator: "e")
  var exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
  let isNegative = parts[0].hasPrefix("-")
  let halves = parts[0].drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
  let whole = halves[0]
  let digits = Array(whole) + (halves.count > 1 ? Array(halves[1]) : [])
  guard let first = digits.firstIndex(where: { $0 != "0" }) else { return plain }
  exponent += whole.count - 1 - first
  var rest = String(digits[(first + 1)...])
  while rest.hasSuffix("0") { rest.removeLast() }
  return "\(isNegative ? "-" : "")\(digits[first]).\(rest.isEmpty ? "0" : rest)E\(exponent)"
}

/// Places as JavaRosa writes them: `13.75 100.5 0.0 0.0`, several separated by `; `; nil if the text
/// is not made of places.
///
/// - Parameter isOne: Whether there may only be one.
func placesText(_ text: String, isOne: Bool) -> String? {
  var places: [String] = []
  for part in text.split(separator: ";") {
    let words = part.split(whereSeparator: \.isWhitespace)
    if words.isEmpty { continue }
    let numbers = words.prefix(4).compactMap { Double($0) }.filter(\.isFinite)
    guard numbers.count == words.prefix(4).count, numbers.count >= 2 else { return nil }
    let padded = numbers + Array(repeating: 0, count: 4 - numbers.count)
    places.append(padded.map(decimalText).joined(separator: " "))
  }
  guard !places.isEmpty, !isOne || places.count == 1 else { return nil }
  return places.joined(separator: "; ")
}
