/// A regular expression in Java's notation, matched against a whole text in linear time.
///
/// What only a backtracking engine can do (back-references, looking around, possessive repeats) is
/// refused with its name: a form must not be able to hang a laptop.
struct Pattern: Sendable {
  private let program: [Instruction]

  init(_ source: String) throws(PatternError) {
    let tree = try PatternParser.parse(source)
    program = try PatternCompiler.compile(tree)
  }

  /// The most steps that matching a text can take: every place of the pattern at every letter.
  func most(over text: String) -> Int { program.count * text.utf8.count }

  /// Whether the whole of the text matches.
  func matches(_ text: String) -> Bool {
    var run = PatternRun(program, over: text)
    return run.matches()
  }
}

/// Why a text is not a pattern that can be used here, in words for the person who wrote it.
struct PatternError: Error, Equatable {
  var reason: String

  init(_ reason: String) {
    self.reason = reason
  }
}

/// One step of a compiled pattern.
enum Instruction: Sendable {
  case take(ScalarSet)
  case split(Int, Int)
  case jump(Int)
  case assert(Boundary)
  case match
}

/// A place in the text that takes no letter.
enum Boundary: Sendable {
  case start, end, endBeforeLineBreak, word, noWord
}

/// A pattern as a tree.
indirect enum PatternNode {
  case nothing
  case set(ScalarSet)
  case boundary(Boundary)
  case sequence([PatternNode])
  case alternatives([PatternNode])
  /// Nil is without a limit.
  case repeated(PatternNode, least: Int, most: Int?)
}
