import Synchronization

/// Where a text may be divided between two lines, as offsets of scalars.
public struct LineBreaker: Sendable {
  /// The offsets at which a new line may start, in rising order.
  public var breaks: @Sendable ([Unicode.Scalar]) -> [Int]

  public init(breaks: @escaping @Sendable ([Unicode.Scalar]) -> [Int]) {
    self.breaks = breaks
  }

  /// Breaks where a dictionary has words, as far as the rules of Thai typesetting allow.
  ///
  /// `words` gives the offsets in a run of Thai at which words begin, or nil when it cannot tell: the
  /// run is then divided by spelling. A text that holds break marks was divided with care: only those
  /// are used.
  public init(words: @escaping @Sendable (ArraySlice<Unicode.Scalar>) -> [Int]?) {
    self.init { scalars in
      let isMarked = scalars.contains(ScalarWidth.breakMark)
      let wordStarts = isMarked ? [] : Self.starts(in: scalars, words)
      return scalars.indices.dropFirst().filter { index in
        let before = scalars[index - 1]
        if before == ScalarWidth.breakMark { return true }
        guard BreakRules.mayCut(scalars[...], at: index) else { return false }
        guard before == " " else { return wordStarts.contains(index) }
        return scalars[index] != " " && !BreakRules.isBound(scalars, at: index)
      }
    }
  }

  /// Breaks without a dictionary: at spaces and break marks, and where Thai spelling shows that a
  /// syllable starts.
  ///
  /// A leading vowel always starts a syllable, and ๆ and ฯ end one. A break inside a word is ugly
  /// but never wrong to read.
  public static let spelling = LineBreaker(words: { _ in nil })

  /// The breaker that all screens use: by spelling, until a better one was installed.
  public static var current: LineBreaker { installed.withLock { $0 } }

  /// Makes every text be divided by this breaker from now on, in the whole program.
  ///
  /// A start-up decision, so that no view has to be told; tests install none and do not depend on
  /// what the machine has.
  public static func install(_ breaker: LineBreaker) { installed.withLock { $0 = breaker } }

  private static let installed = Mutex(LineBreaker.spelling)

  /// The word starts of every run of Thai, and where Thai meets another script.
  private static func starts(
    in scalars: [Unicode.Scalar], _ words: (ArraySlice<Unicode.Scalar>) -> [Int]?
  ) -> Set<Int> {
    let addresses = BreakRules.addresses(in: scalars)
    var starts: Set<Int> = []
    var index = 0
    while index < scalars.count {
      let end = scalars[index...].firstIndex { !BreakRules.isThai($0) } ?? scalars.count
      if end > index {
        let run = scalars[index..<end]
        starts.formUnion(words(run)?.map { index + $0 } ?? BreakRules.syllables(in: run))
        starts.formUnion([index, end].filter { BreakRules.mayMeet(scalars, at: $0) })
      }
      index = max(end, index + 1)
    }
    return starts.subtracting(addresses)
  }
}
