import Synchronization

/// Where a text may be divided between two lines, as offsets of scalars.
public struct LineBreaker: Sendable {
  /// The offsets at which a new line may start, in rising order.
  public var breaks: @Sendable ([Unicode.Scalar]) -> [Int]

  public init(breaks: @escaping @Sendable ([Unicode.Scalar]) -> [Int]) {
    self.breaks = breaks
  }

  /// The breaker that all screens use: by spelling, until a better one was installed.
  public static var current: LineBreaker { installed.withLock { $0 } }

  /// Makes every text be divided by this breaker from now on, in the whole program.
  ///
  /// A start-up decision, so that no view has to be told; tests install none and do not depend on
  /// what the machine has.
  public static func install(_ breaker: LineBreaker) { installed.withLock { $0 = breaker } }

  private static let installed = Mutex(LineBreaker.spelling)

  /// Breaks without a dictionary: at spaces and break marks, and where Thai spelling shows that a
  /// syllable starts.
  ///
  /// A leading vowel always starts a syllable, and ๆ and ฯ end one. A break inside a word is ugly
  /// but never wrong to read. A text that holds break marks was divided with care: only those are
  /// used.
  public static let spelling = LineBreaker { scalars in
    let isMarked = scalars.contains(ScalarWidth.breakMark)
    let addresses = addresses(in: scalars)
    return scalars.indices.dropFirst().filter { index in
      let before = scalars[index - 1]
      let after = scalars[index]
      if before == " " { return after != " " && !isBound(scalars, at: index) }
      if before == ScalarWidth.breakMark { return true }
      guard !isMarked, !addresses.contains(index), after != " ", isThai(before) || isThai(after)
      else { return false }
      return mayDivide(before, after)
    }
  }

  /// The offsets inside of web addresses, which stay whole where they fit.
  private static func addresses(in scalars: [Unicode.Scalar]) -> Set<Int> {
    var inside: Set<Int> = []
    for word in scalars.split(separator: " ") {
      let text = String(String.UnicodeScalarView(word))
      guard text.contains("www.") || text.contains("://") else { continue }
      inside.formUnion(word.indices.dropFirst())
    }
    return inside
  }

  /// Whether a new line may start between two scalars of one word, when it must be cut anyway.
  static func mayCut(_ before: Unicode.Scalar, _ after: Unicode.Scalar) -> Bool {
    ScalarWidth.of(after) > 0 && !neverFirst.contains(after) && !leadingVowels.contains(before)
      && !openers.contains(before)
  }

  private static func mayDivide(_ before: Unicode.Scalar, _ after: Unicode.Scalar) -> Bool {
    guard mayCut(before, after) else { return false }
    return leadingVowels.contains(after) || enders.contains(before)
      || (openers.contains(after) && isThai(before))
  }

  /// Whether the text on both sides of a space belongs together: "ต่าง ๆ", "๑ - ๑๕".
  private static func isBound(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
    let after = scalars[index]
    if neverFirst.contains(after) { return true }
    guard let before = scalars[..<index].last(where: { $0 != " " }) else { return false }
    return (isDigit(before) && after == "-") || (before == "-" && isDigit(after))
  }

  private static let leadingVowels: Set<Unicode.Scalar> = ["เ", "แ", "โ", "ใ", "ไ"]
  private static let enders: Set<Unicode.Scalar> = ["ๆ", "ฯ", ")", "”", "/"]
  private static let openers: Set<Unicode.Scalar> = ["(", "[", "“", "‘", "\""]
  private static let neverFirst: Set<Unicode.Scalar> = [
    "ะ", "า", "ำ", "ๅ", "ๆ", "ฯ", ")", "]", "”", "’", ",", ".", ":", ";", "!", "?", "%", "…",
  ]

  private static func isThai(_ scalar: Unicode.Scalar) -> Bool {
    (0x0E00...0x0E7F).contains(scalar.value)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(scalar) || ("๐"..."๙").contains(scalar)
  }
}
