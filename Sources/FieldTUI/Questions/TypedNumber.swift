import ThaiText

/// A number as a person types it, read strictly: what may mean two things is refused.
///
/// A comma or a space is a mark of thousands and never a decimal point, so it stands before exactly
/// three digits or is not taken at all: `3,5` must not become 35.
struct TypedNumber {
  private let text: String
  private let takesFractions: Bool

  /// Reads `๓๐,๐๐๐` as `30000`; digits typed on the number row of the Thai layout are understood.
  static func read(_ text: String, takesFractions: Bool) throws(FillPhrase) -> String {
    let meant = KeyboardLayout.suggestDigits(for: text, allowing: "., ") ?? text
    let plain = Digits.ascii(meant).split { $0 == " " || $0 == "\u{A0}" || $0 == "\u{202F}" }
      .joined(separator: " ")
    return try TypedNumber(text: plain, takesFractions: takesFractions).number()
  }

  private func number() throws(FillPhrase) -> String {
    let isNegative = text.hasPrefix("-") || text.hasPrefix("\u{2212}")
    let body = isNegative || text.hasPrefix("+") ? text.dropFirst() : text[...]
    let parts = body.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, body.contains(where: Self.isDigit),
      body.allSatisfy({ Self.isDigit($0) || "., ".contains($0) })
    else { throw .notANumber }
    guard takesFractions || parts.count == 1 else { throw .wholeNumberOnly }
    let whole = try whole(parts[0], isAlone: parts.count == 1)
    let fraction = try parts.count == 2 ? "." + self.fraction(parts[1]) : ""
    let isZero = !(whole + fraction).contains { ("1"..."9").contains($0) }
    let number = (isNegative && !isZero ? "-" : "") + whole + fraction
    guard Self.isKept(number) else { throw NumberPhrase.tooManyDigits.asFillPhrase }
    return number
  }

  /// The digits before the point, without marks between thousands and zeros in front.
  private func whole(
    _ part: Substring, isAlone: Bool
  ) throws(FillPhrase) -> String {
    // `.5` is how many write a half.
    if part.isEmpty { return "0" }
    let mark = part.first { !Self.isDigit($0) }
    let groups = part.split(omittingEmptySubsequences: false) { $0 == mark }
    let areThousands =
      groups.count == 1
      || (1...3).contains(groups[0].count) && groups[0].first != "0"
        && groups.dropFirst().allSatisfy { $0.count == 3 }
    guard areThousands, groups.allSatisfy({ $0.allSatisfy(Self.isDigit) }) else {
      throw misplaced(mark ?? ",", groups, isAlone: isAlone).asFillPhrase
    }
    let digits = groups.joined().drop { $0 == "0" }
    return digits.isEmpty ? "0" : String(digits)
  }

  private func fraction(_ part: Substring) throws(FillPhrase) -> Substring {
    guard !part.isEmpty else { throw NumberPhrase.nothingAfterPoint.asFillPhrase }
    guard part.allSatisfy(Self.isDigit) else { throw NumberPhrase.markAfterPoint.asFillPhrase }
    return part
  }

  /// What to type instead of a mark in a wrong place.
  private func misplaced(
    _ mark: Character, _ groups: [Substring], isAlone: Bool
  ) -> NumberPhrase {
    guard mark == "," else { return .spaceIsForThousands }
    guard takesFractions, isAlone, groups.count == 2,
      groups.allSatisfy({ !$0.isEmpty && $0.allSatisfy(Self.isDigit) })
    else { return .commaIsForThousands }
    return .pointNotComma(typed: text, meant: groups.joined(separator: "."))
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }

  /// Whether a record keeps the number digit for digit: a decimal has room for 15 to 17 of them.
  private static func isKept(_ number: String) -> Bool {
    guard number.contains(".") || number.utf8.count > 15 else { return true }
    guard let value = Double(number) else { return false }
    return value.magnitude < 1e15 && bare(PlainNumber.text("\(value)")) == bare(number)
      || !number.contains(".") && Int(number) != nil
  }

  private static func bare(_ number: String) -> Substring {
    guard number.contains(".") else { return number[...] }
    var text = number[...]
    while text.hasSuffix("0") { text.removeLast() }
    return text.hasSuffix(".") ? text.dropLast() : text
  }
}
