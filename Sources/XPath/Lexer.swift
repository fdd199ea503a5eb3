/// Cuts the source of an expression into tokens (XPath 1.0, 3.7).
struct Lexer {
  private let source: [Unicode.Scalar]
  private var place = 0
  private var tokens: [Token] = []

  /// Returns the tokens of the text, the last of which is `.end`.
  static func tokens(of text: String) throws(SyntaxError) -> [Token] {
    var lexer = Lexer(source: Array(text.unicodeScalars))
    while try lexer.readToken() {}
    return lexer.tokens
  }

  private init(source: [Unicode.Scalar]) {
    self.source = source
  }

  private mutating func readToken() throws(SyntaxError) -> Bool {
    while place < source.count, source[place].properties.isWhitespace { place += 1 }
    guard place < source.count else {
      append(.end, from: place)
      return false
    }
    let first = source[place]
    switch first {
    case "'", "\"", "‘", "’", "“", "”": try readText(until: first)
    case "0"..."9": try readDigits()
    case "." where isDigit(at: place + 1): try readDigits()
    default:
      if isNameStart(first) { readName() } else { try readSign(first) }
    }
    return true
  }

  private mutating func append(_ kind: Token.Kind, from start: Int) {
    tokens.append(Token(kind: kind, offset: start))
  }

  private func isDigit(at place: Int) -> Bool {
    place < source.count && ("0"..."9").contains(source[place])
  }

  private mutating func readText(until quote: Unicode.Scalar) throws(SyntaxError) {
    let start = place
    guard quote == "'" || quote == "\"" else {
      throw SyntaxError(.unexpectedCharacter(String(quote)), at: start)
    }
    place += 1
    var text = String.UnicodeScalarView()
    while place < source.count, source[place] != quote {
      text.append(source[place])
      place += 1
    }
    guard place < source.count else { throw SyntaxError(.unclosedText, at: start) }
    place += 1
    append(.text(String(text)), from: start)
  }

  private mutating func readDigits() throws(SyntaxError) {
    let start = place
    while isDigit(at: place) { place += 1 }
    if place < source.count, source[place] == "." {
      place += 1
      while isDigit(at: place) { place += 1 }
    }
    let digits = String(String.UnicodeScalarView(source[start..<place]))
    append(.number(readNumber(digits)), from: start)
  }

  private func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isAlphabetic
      || (scalar.value > 0x7F && scalar.properties.isIDStart)
  }

  private func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
    isNameStart(scalar) || ("0"..."9").contains(scalar) || scalar == "-" || scalar == "."
      || (scalar.value > 0x7F && scalar.properties.isIDContinue)
  }

  private mutating func readName() {
    let start = place
    skipNameParts()
    // One colon belongs to the name; two are an axis.
    if place + 1 < source.count, source[place] == ":", isNameStart(source[place + 1]) {
      place += 1
      skipNameParts()
    } else if place + 1 < source.count, source[place] == ":", source[place + 1] == "*" {
      place += 2
    }
    if tokens.last?.endsOperand == true, let (sign, length) = operatorWord(at: start) {
      place = start + length
      append(.sign(sign), from: start)
    } else {
      append(.name(String(String.UnicodeScalarView(source[start..<place]))), from: start)
    }
  }

  /// The operator that a word is or, before a digit as in `7mod2`, begins with.
  private func operatorWord(at start: Int) -> (Token.Sign, Int)? {
    for sign in [Token.Sign.and, .or, .div, .mod] {
      let end = start + sign.rawValue.unicodeScalars.count
      if end <= place, source[start..<end].elementsEqual(sign.rawValue.unicodeScalars),
        end == place || isDigit(at: end)
      {
        return (sign, end - start)
      }
    }
    return nil
  }

  private mutating func skipNameParts() {
    while place < source.count, isNamePart(source[place]) { place += 1 }
  }

  private mutating func readSign(_ first: Unicode.Scalar) throws(SyntaxError) {
    let start = place
    if place + 1 < source.count {
      let pair = String(String.UnicodeScalarView([first, source[place + 1]]))
      if let sign = Token.Sign(rawValue: pair) {
        place += 2
        append(.sign(sign), from: start)
        return
      }
    }
    guard first != "×", var sign = Token.Sign(rawValue: String(first)) else {
      throw SyntaxError(.unexpectedCharacter(String(first)), at: start)
    }
    if sign == .star, tokens.last?.endsOperand == true { sign = .times }
    place += 1
    append(.sign(sign), from: start)
  }
}
