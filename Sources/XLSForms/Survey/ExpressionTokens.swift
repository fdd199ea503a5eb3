/// Cuts a text into what an expression is made of, far enough to tell a calculation from a value.
struct ExpressionTokens {
  enum Kind: Equatable {
    case operation, union, reference, call, literal, closed, slash, blank
    case opensPredicate, closesPredicate, other
  }

  struct Token {
    var kind: Kind
    var range: Range<Int>
    var text: String
  }

  private let source: [Unicode.Scalar]
  private var place = 0
  private(set) var tokens: [Token] = []

  init(_ text: String) {
    source = Array(text.unicodeScalars)
    while place < source.count {
      let (kind, length) = next()
      let range = place..<place + max(1, length)
      tokens.append(Token(kind: kind, range: range, text: self.text(range)))
      place = range.upperBound
    }
  }

  func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(source[range])) }

  private func next() -> (Kind, Int) {
    if let length = dateLength { return (.other, length) }
    if let length = numberLength { return (.other, length) }
    let first = source[place]
    if first == "*" || first == "+" || first == "-" { return (.operation, 1) }
    for word in [" mod ", " div "] where starts(with: word) { return (.operation, word.count) }
    switch first {
    case "|": return (.union, 1)
    case ")": return (.closed, 1)
    case "/": return (.slash, 1)
    case "]": return (.closesPredicate, 1)
    case "'", "\"":
      guard let end = source[(place + 1)...].firstIndex(of: first) else { return (.other, 1) }
      return (.literal, end + 1 - place)
    default: break
    }
    if first.properties.isWhitespace {
      return (.blank, source[place...].prefix { $0.properties.isWhitespace }.count)
    }
    if let length = referenceLength { return (.reference, length) }
    return name ?? (.other, 1)
  }

  private func starts(with text: String) -> Bool {
    source[place...].starts(with: text.unicodeScalars)
  }

  private func matches(_ pattern: String, at start: Int) -> Bool {
    guard start + pattern.unicodeScalars.count <= source.count else { return false }
    return zip(source[start...], pattern.unicodeScalars).allSatisfy { scalar, wanted in
      wanted == "0" ? ("0"..."9").contains(scalar) : scalar == wanted
    }
  }

  /// A date or a time, whose hyphens and colons are no operators.
  private var dateLength: Int? {
    let sign = source[place] == "-" ? 1 : 0
    if matches("0000-00-00", at: place + sign) {
      guard matches("T00:00:00", at: place + sign + 10) else { return sign + 10 }
      return sign + 19
    }
    return matches("00:00:00", at: place) ? 8 : nil
  }

  private var numberLength: Int? {
    var end = place + (source[place] == "-" ? 1 : 0)
    let start = end
    func digits() { while end < source.count, ("0"..."9").contains(source[end]) { end += 1 } }
    digits()
    let hasDigits = end > start
    if end < source.count, source[end] == "." {
      let dot = end
      end += 1
      digits()
      if !hasDigits, end == dot + 1 { return nil }
    }
    return end > start ? end - place : nil
  }

  private var referenceLength: Int? {
    guard starts(with: "${"), let end = source[place...].firstIndex(of: "}") else { return nil }
    let text = text(place..<end + 1)
    return References.isOne(text) ? end + 1 - place : nil
  }

  private var name: (Kind, Int)? {
    guard source[place].beginsName else { return nil }
    var end = place
    while end < source.count, source[end].isInName { end += 1 }
    if end + 1 < source.count, source[end] == ":", source[end + 1].beginsName {
      end += 1
      while end < source.count, source[end].isInName { end += 1 }
    }
    guard end < source.count else { return (.other, end - place) }
    switch source[end] {
    case "(": return (.call, end + 1 - place)
    case "[": return (.opensPredicate, end + 1 - place)
    default: return (.other, end - place)
    }
  }
}

extension ExpressionTokens {
  /// Whether a default has to be worked out when a record begins.
  static func isDynamic(_ text: String, type: String) -> Bool {
    // In these a hyphen or a minus belongs to the value.
    let isPlain = ["date", "dateTime", "geopoint", "geotrace", "geoshape"].contains(type)
    for token in ExpressionTokens(text).tokens {
      switch token.kind {
      case .operation where token.text == "-" && isPlain: return false
      case .operation, .union, .reference, .call: return true
      default: break
      }
    }
    return false
  }

  /// The stretches of a text that begin with `instance(` and go to the end of their path.
  static func instancePaths(in text: String) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start: Int?
    var end = 0
    var isInPredicate = false
    for token in ExpressionTokens(text).tokens {
      if start == nil {
        guard token.kind == .call, token.text == "instance(" else { continue }
        start = token.range.lowerBound
      } else if token.kind == .blank, !isInPredicate {
        if let first = start { found.append(first..<end) }
        start = nil
        continue
      }
      if token.kind == .opensPredicate { isInPredicate = true }
      if token.kind == .closesPredicate { isInPredicate = false }
      end = token.range.upperBound
    }
    if let start { found.append(start..<end) }
    return found
  }
}
