/// Numbers closer than this are the same number, as in JavaRosa.
let numberTolerance = 1e-12

/// The number as `string()` writes it: `1` for 1.0, never an exponent (XPath 1.0, 4.2).
public func numberText(_ number: Double) -> String {
  if number.isNaN { return "NaN" }
  if number.isInfinite { return number < 0 ? "-Infinity" : "Infinity" }
  if number.magnitude < numberTolerance { return "0" }
  if number.magnitude < 9e15 {
    let whole = number.rounded(.towardZero)
    if (number - whole).magnitude < numberTolerance { return String(Int64(whole)) }
  }
  return withoutExponent(number.description)
}

/// The number that text stands for, or NaN (XPath 1.0, 4.4).
///
/// A decimal comma is read as a point, and exponents are refused, as JavaRosa does.
public func readNumber(_ text: String) -> Double {
  readWhole(text) ?? readAny(text)
}

/// A number of digits alone, as most are; nil where a double might not hold it exactly.
private func readWhole(_ text: String) -> Double? {
  guard (1...15).contains(text.utf8.count) else { return nil }
  var whole = 0
  for byte in text.utf8 {
    guard (0x30...0x39).contains(byte) else { return nil }
    whole = whole * 10 + Int(byte - 0x30)
  }
  return Double(whole)
}

private func readAny(_ text: String) -> Double {
  var digits: [UInt8] = []
  var seenDigit = false
  var seenPoint = false
  var ended = false
  for byte in text.utf8 {
    if isXMLSpace(byte) {
      ended = !digits.isEmpty
      continue
    }
    if ended { return .nan }
    switch byte {
    case 0x30...0x39: seenDigit = true
    case 0x2D where digits.isEmpty: break
    case 0x2E, 0x2C:
      if seenPoint { return .nan }
      seenPoint = true
      digits.append(0x2E)
      continue
    default: return .nan
    }
    digits.append(byte)
  }
  guard seenDigit else { return .nan }
  return readDecimal(digits)
}

/// Whether the byte is white space to XML: space, tab, line feed, carriage return.
func isXMLSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
}

/// Reads `-12.5`, `.5` and `5.`; the caller has checked the form.
private func readDecimal(_ digits: [UInt8]) -> Double {
  var text = String(decoding: digits, as: UTF8.self)
  if digits.last == 0x2E { text.append("0") }
  if digits.first == 0x2E { text = "0" + text }
  if digits.starts(with: [0x2D, 0x2E]) { text = "-0" + text.dropFirst() }
  return Double(text) ?? .nan
}

/// Moves the point where `1.5e-07` says it belongs.
private func withoutExponent(_ text: String) -> String {
  guard let mark = text.firstIndex(of: "e"),
    let exponent = Int(text[text.index(after: mark)...])
  else { return text.hasSuffix(".0") ? String(text.dropLast(2)) : text }
  let isNegative = text.hasPrefix("-")
  let mantissa = text[..<mark].drop { $0 == "-" }
  let parts = mantissa.split(separator: ".", omittingEmptySubsequences: false)
  let fraction = parts.count > 1 && parts[1] != "0" ? String(parts[1]) : ""
  let digits = String(parts[0]) + fraction
  let point = parts[0].count + exponent
  let body: String
  if point <= 0 {
    body = "0." + String(repeating: "0", count: -point) + digits
  } else if point >= digits.count {
    body = digits + String(repeating: "0", count: point - digits.count)
  } else {
    body = digits.prefix(point) + "." + digits.dropFirst(point)
  }
  return isNegative ? "-" + body : body
}
