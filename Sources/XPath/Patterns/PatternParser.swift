/// Reads a pattern in Java's notation.
struct PatternParser {
  let source: [Unicode.Scalar]
  var place = 0
  private var depth = 0
  private var ignoresCase = false

  static func parse(_ source: String) throws(PatternError) -> PatternNode {
    var parser = PatternParser(source: Array(source.unicodeScalars))
    let tree = try parser.parseAlternatives()
    guard parser.place == parser.source.count else {
      throw PatternError("a closing bracket without its opening one")
    }
    return tree
  }

  private init(source: [Unicode.Scalar]) {
    self.source = source
  }

  var next: Unicode.Scalar? { place < source.count ? source[place] : nil }

  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    place += 1
    return true
  }

  mutating func takeAny() throws(PatternError) -> Unicode.Scalar {
    guard let scalar = next else { throw PatternError("it ends too early") }
    place += 1
    return scalar
  }

  private mutating func parseAlternatives() throws(PatternError) -> PatternNode {
    depth += 1
    defer { depth -= 1 }
    guard depth < 100 else { throw PatternError("brackets are nested too deep") }
    var branches = [try parseSequence()]
    while take("|") { branches.append(try parseSequence()) }
    return branches.count == 1 ? branches[0] : .alternatives(branches)
  }

  private mutating func parseSequence() throws(PatternError) -> PatternNode {
    var parts: [PatternNode] = []
    while let scalar = next, scalar != "|", scalar != ")" {
      if scalar == "\\", place + 1 < source.count, source[place + 1] == "Q" {
        parts += quotedText()
      } else {
        parts.append(try parseRepeats(of: try parsePiece()))
      }
    }
    return .sequence(parts)
  }

  /// `\Q...\E`: letters that mean themselves.
  private mutating func quotedText() -> [PatternNode] {
    place += 2
    var parts: [PatternNode] = []
    while place < source.count {
      if source[place] == "\\", place + 1 < source.count, source[place + 1] == "E" {
        place += 2
        break
      }
      parts.append(.set(ScalarSet(source[place])))
      place += 1
    }
    return parts
  }

  private mutating func parseRepeats(of piece: PatternNode) throws(PatternError) -> PatternNode {
    var node = piece
    while let (least, most) = try parseCount() {
      if take("+") { throw PatternError("possessive repeats are not supported") }
      // The whole text must match, so it does not matter whether a repeat is greedy.
      _ = take("?")
      node = .repeated(node, least: least, most: most)
    }
    return node
  }

  private mutating func parseCount() throws(PatternError) -> (Int, Int?)? {
    if take("*") { return (0, nil) }
    if take("+") { return (1, nil) }
    if take("?") { return (0, 1) }
    guard take("{") else { return nil }
    guard let least = takeNumber() else { throw PatternError("a count is not a number") }
    var most: Int? = least
    if take(",") { most = takeNumber() }
    guard take("}") else { throw PatternError("a count is not closed") }
    if let most, most < least { throw PatternError("a count goes from more to less") }
    guard max(least, most ?? 0) <= 1000 else { throw PatternError("a count is over 1000") }
    return (least, most)
  }

  mutating func takeNumber() -> Int? {
    let start = place
    while let scalar = next, ("0"..."9").contains(scalar), place - start < 6 { place += 1 }
    return Int(String(String.UnicodeScalarView(source[start..<place])))
  }

  private mutating func parsePiece() throws(PatternError) -> PatternNode {
    let scalar = try takeAny()
    switch scalar {
    case "(": return try parseGroup()
    case "[": return .set(try parseClass())
    case ".": return .set(ScalarSet.lineBreaks.inverted)
    case "^": return .boundary(.start)
    case "$": return .boundary(.endBeforeLineBreak)
    case "*", "+", "?": throw PatternError("there is nothing to repeat")
    case "\\": return try parseEscape()
    default: return .set(folded(ScalarSet(scalar)))
    }
  }

  func folded(_ set: ScalarSet) -> ScalarSet {
    var set = set
    set.ignoresCase = ignoresCase
    return set
  }

  private mutating func parseGroup() throws(PatternError) -> PatternNode {
    let outer = ignoresCase
    defer { ignoresCase = outer }
    if take("?") {
      if take("<") {
        guard let letter = next, letter != "=", letter != "!" else {
          throw PatternError("looking around is not supported")
        }
        while try takeAny() != ">" {}
      } else if next == "=" || next == "!" || next == ">" {
        throw PatternError("looking around is not supported")
      } else if try parseFlags() {
        // `(?i)` holds up to the end of the group that it stands in.
        let rest = try parseAlternatives()
        return rest
      }
    }
    let inner = try parseAlternatives()
    guard take(")") else { throw PatternError("a bracket is not closed") }
    return inner
  }

  /// Reads `i` and `u` up to `:` or `)`; says whether the bracket is closed by that.
  private mutating func parseFlags() throws(PatternError) -> Bool {
    while true {
      switch try takeAny() {
      case "i": ignoresCase = true
      case "u": break
      case ":": return false
      case ")": return true
      case let flag: throw PatternError("the flag \(flag) is not supported")
      }
    }
  }

  private mutating func parseEscape() throws(PatternError) -> PatternNode {
    switch next {
    case "b": return boundary(.word)
    case "B": return boundary(.noWord)
    case "A": return boundary(.start)
    case "z": return boundary(.end)
    case "Z": return boundary(.endBeforeLineBreak)
    case let digit? where ("1"..."9").contains(digit):
      throw PatternError("back-references are not supported")
    case "k", "G", "R", "X": throw PatternError("\\\(next ?? " ") is not supported")
    default: return .set(folded(try parseEscapedSet()))
    }
  }

  private mutating func boundary(_ boundary: Boundary) -> PatternNode {
    place += 1
    return .boundary(boundary)
  }
}
