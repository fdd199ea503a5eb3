/// Cuts the source of an expression into tokens (XPath 1.0, 3.7).
///
/// It goes over bytes, for nearly all of an expression is ASCII; offsets are in bytes here, and
/// ``Parser/parse(_:library:)`` turns the one of an error into Unicode scalars.
struct Lexer {
  private let source: [UInt8]
  private var place = 0
  private var tokens: [Token] = []

  /// Returns the tokens of the text, the last of which is `.end`.
  static func tokens(of text: String) throws(SyntaxError) -> [Token] {
    var lexer = Lexer(source: Array(text.utf8))
    lexer.tokens.reserveCapacity(lexer.source.count / 3 + 2)
    while try lexer.readToken() {}
    return lexer.tokens
  }

  private init(source: [UInt8]) {
    self.source = source
  }

  private mutating func readToken() throws(SyntaxError) -> Bool {
    while place < source.count, let size = spaceSize(at: place) { place += size }
    guard place < source.count else {
      append(.end, from: place)
      return false
    }
    switch source[place] {
    case UInt8(ascii: "'"), UInt8(ascii: "\""): try readText()
    case UInt8(ascii: "0")...UInt8(ascii: "9"): readDigits()
    case UInt8(ascii: ".") where isDigit(at: place + 1): readDigits()
    default:
      if nameStartSize(at: place) > 0 { readName() } else { try readSign() }
    }
    return true
  }

  private mutating func append(_ kind: Token.Kind, from start: Int) {
    tokens.append(Token(kind: kind, offset: start))
  }

  private func text(from start: Int) -> String {
    String(decoding: source[start..<place], as: UTF8.self)
  }

  private func isDigit(at place: Int) -> Bool {
    place < source.count && Lexer.isDigit(source[place])
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private mutating func readText() throws(SyntaxError) {
    let start = place
    let quote = source[start]
    place += 1
    while place < source.count, source[place] != quote { place += 1 }
    guard place < source.count else { throw SyntaxError(.unclosedText, at: start) }
    let words = text(from: start + 1)
    place += 1
    append(.text(words), from: start)
  }

  private mutating func readDigits() {
    let start = place
    while isDigit(at: place) { place += 1 }
    if place < source.count, source[place] == UInt8(ascii: ".") {
      place += 1
      while isDigit(at: place) { place += 1 }
    }
    append(.number(readNumber(text(from: start))), from: start)
  }

  private mutating func readName() {
    let start = place
    skipNameParts()
    // One colon belongs to the name; two are an axis.
    if place + 1 < source.count, source[place] == UInt8(ascii: ":") {
      if nameStartSize(at: place + 1) > 0 {
        place += 1
        skipNameParts()
      } else if source[place + 1] == UInt8(ascii: "*") {
        place += 2
      }
    }
    if tokens.last?.endsOperand == true, let (sign, length) = operatorWord(at: start) {
      place = start + length
      append(.sign(sign), from: start)
    } else {
      append(.name(text(from: start)), from: start)
    }
  }

  /// The operator that a word is or, before a digit as in `7mod2`, begins with.
  private func operatorWord(at start: Int) -> (Token.Sign, Int)? {
    for (word, sign) in Lexer.operatorWords {
      let end = start + word.utf8.count
      guard end <= place, end == place || isDigit(at: end) else { continue }
      if source[start..<end].elementsEqual(word.utf8) { return (sign, word.utf8.count) }
    }
    return nil
  }

  private static let operatorWords: [(String, Token.Sign)] = [
    ("and", .and), ("or", .or), ("div", .div), ("mod", .mod),
  ]

  private mutating func skipNameParts() {
    while place < source.count {
      let byte = source[place]
      if Lexer.isDigit(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".") {
        place += 1
        continue
      }
      let size = namePartSize(at: place)
      guard size > 0 else { return }
      place += size
    }
  }

  private mutating func readSign() throws(SyntaxError) {
    let start = place
    if let sign = pair(at: start) {
      place += 2
      append(.sign(sign), from: start)
      return
    }
    guard var sign = Lexer.sign(source[start]) else {
      let character = scalar(at: start)?.scalar ?? "\u{FFFD}"
      throw SyntaxError(.unexpectedCharacter(String(character)), at: start)
    }
    if sign == .star, tokens.last?.endsOperand == true { sign = .times }
    place += 1
    append(.sign(sign), from: start)
  }

  private func pair(at place: Int) -> Token.Sign? {
    guard place + 1 < source.count else { return nil }
    switch (source[place], source[place + 1]) {
    case (UInt8(ascii: "/"), UInt8(ascii: "/")): return .doubleSlash
    case (UInt8(ascii: "."), UInt8(ascii: ".")): return .dotDot
    case (UInt8(ascii: ":"), UInt8(ascii: ":")): return .doubleColon
    case (UInt8(ascii: "!"), UInt8(ascii: "=")): return .notEqual
    case (UInt8(ascii: "<"), UInt8(ascii: "=")): return .lessOrEqual
    case (UInt8(ascii: ">"), UInt8(ascii: "=")): return .greaterOrEqual
    default: return nil
    }
  }

  private static func sign(_ byte: UInt8) -> Token.Sign? {
    switch byte {
    case UInt8(ascii: "/"): .slash
    case UInt8(ascii: "("): .open
    case UInt8(ascii: ")"): .close
    case UInt8(ascii: "["): .openPredicate
    case UInt8(ascii: "]"): .closePredicate
    case UInt8(ascii: "."): .dot
    case UInt8(ascii: "@"): .at
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: "*"): .star
    case UInt8(ascii: "+"): .plus
    case UInt8(ascii: "-"): .minus
    case UInt8(ascii: "="): .equal
    case UInt8(ascii: "<"): .less
    case UInt8(ascii: ">"): .greater
    case UInt8(ascii: "|"): .union
    case UInt8(ascii: "$"): .dollar
    default: nil
    }
  }
}

/// What letters are, beyond ASCII too.
extension Lexer {
  private func spaceSize(at place: Int) -> Int? {
    let byte = source[place]
    if byte < 0x80 { return byte == 0x20 || (0x09...0x0D).contains(byte) ? 1 : nil }
    guard let (scalar, size) = scalar(at: place), scalar.properties.isWhitespace else { return nil }
    return size
  }

  /// How many bytes the letter takes that a name can begin with; 0 when there is none.
  private func nameStartSize(at place: Int) -> Int {
    let byte = source[place]
    if byte < 0x80 { return Lexer.isLetter(byte) ? 1 : 0 }
    guard let (scalar, size) = scalar(at: place) else { return 0 }
    return scalar.properties.isAlphabetic || scalar.properties.isIDStart ? size : 0
  }

  /// How many bytes the letter or mark takes that can stand in a name; 0 when there is none.
  private func namePartSize(at place: Int) -> Int {
    let byte = source[place]
    if byte < 0x80 { return Lexer.isLetter(byte) ? 1 : 0 }
    guard let (scalar, size) = scalar(at: place) else { return 0 }
    return scalar.properties.isAlphabetic || scalar.properties.isIDContinue ? size : 0
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return (lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")) || byte == UInt8(ascii: "_")
  }

  /// The scalar that begins at a byte, and how many bytes it takes.
  private func scalar(at place: Int) -> (scalar: Unicode.Scalar, size: Int)? {
    var decoder = UTF8()
    var rest = source[place...].makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&rest) else { return nil }
    return (scalar, UTF8.width(scalar))
  }
}
