/// What Thai typesetting forbids and allows at a line's end, whatever a dictionary says.
enum BreakRules {
  /// Whether a new line may start at an offset at all, when a text must be cut somewhere.
  ///
  /// Not inside a cluster, not between a leading vowel and its consonant, not before a vowel that
  /// follows its consonant, not where a vowel waits for its final consonant, not before a silent
  /// letter, not before closing signs, and not inside a number.
  static func mayCut(_ scalars: ArraySlice<Unicode.Scalar>, at index: Int) -> Bool {
    let before = scalars[index - 1]
    let after = scalars[index]
    guard ScalarWidth.of(after) > 0 || after == ScalarWidth.breakMark, !neverFirst.contains(after),
      !leadingVowels.contains(before), !openers.contains(before)
    else { return false }
    guard isThai(after) || isDigit(after) || separators.contains(after) else { return true }
    return !isInsideNumber(scalars, at: index) && !isInsideSyllable(scalars, at: index)
  }

  /// Offsets in a run of Thai at which its spelling shows that a syllable starts.
  static func syllables(in run: ArraySlice<Unicode.Scalar>) -> [Int] {
    run.indices.dropFirst().filter { index in
      leadingVowels.contains(run[index]) || enders.contains(run[index - 1])
    }
  }

  /// Whether a line may start where Thai ends or begins without a space.
  static func mayMeet(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    guard scalars.indices.dropFirst().contains(index) else { return false }
    let before = scalars[index - 1]
    let after = scalars[index]
    return after != " "
      && (enders.contains(before) || openers.contains(after) || leadingVowels.contains(after))
  }

  /// Whether the text on both sides of a space belongs together: "ต่าง ๆ", "๑ - ๑๕".
  static func isBound(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    let after = scalars[index]
    if neverFirst.contains(after) { return true }
    guard let before = scalars[..<index].last(where: { $0 != " " }) else { return false }
    return (isDigit(before) && after == "-") || (before == "-" && isDigit(after))
  }

  /// The offsets inside of web addresses, which stay whole where they fit.
  static func addresses(in scalars: [Unicode.Scalar]) -> Set<Int> {
    var inside: Set<Int> = []
    for word in scalars.split(separator: " ")
    where addressSigns.contains(where: { holds($0, word) }) {
      inside.formUnion(word.indices.dropFirst())
    }
    return inside
  }

  private static func holds(
    _ sign: [Unicode.Scalar], _ word: ArraySlice<Unicode.Scalar>
  ) -> Bool {
    word.indices.contains { word[$0...].starts(with: sign) }
  }

  static func isThai(_ scalar: Unicode.Scalar) -> Bool {
    (0x0E01...0x0E4E).contains(scalar.value) && scalar != "฿"
  }

  /// Between two digits, or a digit and a sign that stands between digits.
  private static func isInsideNumber(_ scalars: ArraySlice<Unicode.Scalar>, at index: Int) -> Bool {
    let before = scalars[index - 1]
    let after = scalars[index]
    if isDigit(before), isDigit(after) { return true }
    if separators.contains(after) {
      return isDigit(before) && index + 1 < scalars.endIndex && isDigit(scalars[index + 1])
    }
    return separators.contains(before) && isDigit(after) && index - 2 >= scalars.startIndex
      && isDigit(scalars[index - 2])
  }

  /// Behind a vowel that needs a final consonant, or before a consonant that belongs to what stands
  /// before it: a silent one, or the ล of ฯลฯ.
  private static func isInsideSyllable(
    _ scalars: ArraySlice<Unicode.Scalar>, at index: Int
  ) -> Bool {
    let marks = scalars[..<index].reversed().prefix { ScalarWidth.of($0) == 0 }
    if marks.contains(where: waitingVowels.contains) { return true }
    if scalars[index - 1] == "ฯ", scalars[index] == "ล" { return true }
    return scalars[(index + 1)...].prefix { ScalarWidth.of($0) == 0 }.contains(silencer)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || ("๐"..."๙").contains(scalar)
  }

  private static let addressSigns = ["www.", "://"].map { Array($0.unicodeScalars) }
  private static let leadingVowels: Set<Unicode.Scalar> = ["เ", "แ", "โ", "ใ", "ไ"]
  /// ั ็ ื, which never end a syllable.
  private static let waitingVowels: Set<Unicode.Scalar> = ["\u{0E31}", "\u{0E47}", "\u{0E37}"]
  private static let silencer: Unicode.Scalar = "\u{0E4C}"
  private static let separators: Set<Unicode.Scalar> = [".", ",", "/", "-", ":"]
  private static let enders: Set<Unicode.Scalar> = ["ๆ", "ฯ", ")", "”", "/"]
  private static let openers: Set<Unicode.Scalar> = ["(", "[", "“", "‘", "\""]
  private static let neverFirst: Set<Unicode.Scalar> = [
    "ะ", "า", "ำ", "ๅ", "ๆ", "ฯ", ")", "]", "”", "’", ",", ".", ":", ";", "!", "?", "%", "…",
  ]
}
