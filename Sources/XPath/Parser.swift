/// Reads the text of an expression: XPath 1.0 as XForms use it.
///
/// Functions are looked up here, so that a form that calls one we do not have is refused at the
/// desk and not in the village.
public struct Parser {
  let tokens: [Token]
  let library: FunctionLibrary
  /// Finds the field that a path of plain names leads to; see ``LocationPath/place``.
  let places: (LocationPath) -> Int32?
  var place = 0
  private var depth = 0

  /// How deep brackets may be nested, and how many operators may follow their like (`1 + 1 + 1`
  /// has one that does), `and` and `or` aside.
  ///
  /// Both become calls within calls when the expression is evaluated, and a thread of the shared
  /// pool has half a megabyte of stack.
  private static let deepest = 120
  private static let longest = 400
  private var chained = 0

  /// Returns the expression that the text stands for.
  ///
  /// - Parameter places: The number of what an absolute path leads to, for ``LocationPath/place``.
  public static func parse(
    _ source: String, library: FunctionLibrary = .odk,
    places: (LocationPath) -> Int32? = { _ in nil }
  ) throws(SyntaxError) -> Expression {
    do throws(SyntaxError) {
      let tokens = try Lexer.tokens(of: source)
      return try withoutActuallyEscaping(places) { places throws(SyntaxError) in
        var parser = Parser(tokens: tokens, library: library, places: places)
        let expression = try parser.parseExpression()
        guard parser.next.kind == .end else { throw parser.unexpected() }
        return expression
      }
    } catch {
      let before = String(decoding: source.utf8.prefix(error.offset), as: UTF8.self)
      throw SyntaxError(error.code, at: before.unicodeScalars.count)
    }
  }

  private init(
    tokens: [Token], library: FunctionLibrary, places: @escaping (LocationPath) -> Int32?
  ) {
    self.tokens = tokens
    self.library = library
    self.places = places
  }

  var next: Token { tokens[place] }

  /// The token after the next, or the end.
  var afterNext: Token { tokens[min(place + 1, tokens.count - 1)] }

  func isNext(_ sign: Token.Sign) -> Bool {
    guard case .sign(let next) = tokens[place].kind else { return false }
    return next == sign
  }

  mutating func take(_ sign: Token.Sign) -> Bool {
    guard isNext(sign) else { return false }
    place += 1
    return true
  }

  mutating func expect(_ sign: Token.Sign) throws(SyntaxError) {
    guard take(sign) else { throw unexpected() }
  }

  func unexpected() -> SyntaxError {
    next.kind == .end
      ? SyntaxError(.unexpectedEnd, at: next.offset)
      : SyntaxError(.unexpectedToken(next.spelling), at: next.offset)
  }
}

/// Operators, by how tightly they bind (XPath 1.0, 3.5).
extension Parser {
  private enum Operator: Equatable {
    case or, and
    case comparison(ComparisonOperator)
    case arithmetic(ArithmeticOperator)
  }

  /// The operator that a sign is, and how tightly it binds.
  private static func meaning(of sign: Token.Sign) -> (Operator, level: Int)? {
    switch sign {
    case .or: (.or, 1)
    case .and: (.and, 2)
    case .equal: (.comparison(.equal), 3)
    case .notEqual: (.comparison(.notEqual), 3)
    case .less: (.comparison(.less), 4)
    case .lessOrEqual: (.comparison(.lessOrEqual), 4)
    case .greater: (.comparison(.greater), 4)
    case .greaterOrEqual: (.comparison(.greaterOrEqual), 4)
    case .plus: (.arithmetic(.add), 5)
    case .minus: (.arithmetic(.subtract), 5)
    case .times: (.arithmetic(.multiply), 6)
    case .div: (.arithmetic(.divide), 6)
    case .mod: (.arithmetic(.remainder), 6)
    default: nil
    }
  }

  mutating func parseExpression() throws(SyntaxError) -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Parser.deepest else { throw SyntaxError(.tooDeep, at: next.offset) }
    return try parseOperands(from: 1)
  }

  /// Reads operands joined by operators that bind at least as tightly as a level says.
  private mutating func parseOperands(from level: Int) throws(SyntaxError) -> Expression {
    var left = try parseNegation()
    var isFirst = true
    while let (sign, its) = nextOperator, its >= level {
      switch sign {
      case .or, .and:
        left = try parseChain(from: left, of: sign, level: its)
        continue
      case .comparison(let comparison):
        place += 1
        left = .comparison(comparison, left, try parseOperands(from: its + 1))
      case .arithmetic(let arithmetic):
        place += 1
        left = .arithmetic(arithmetic, left, try parseOperands(from: its + 1))
      }
      if !isFirst { try countChained() }
      isFirst = false
    }
    return left
  }

  private var nextOperator: (Operator, level: Int)? {
    guard case .sign(let sign) = tokens[place].kind else { return nil }
    return Parser.meaning(of: sign)
  }

  private mutating func countChained() throws(SyntaxError) {
    chained += 1
    guard chained < Parser.longest else { throw SyntaxError(.tooDeep, at: next.offset) }
  }

  /// Reads `a or b or c` to its end; a long chain becomes a shallow tree.
  private mutating func parseChain(
    from first: Expression, of sign: Operator, level: Int
  ) throws(SyntaxError) -> Expression {
    var operands = [first]
    while let (following, _) = nextOperator, following == sign {
      place += 1
      operands.append(try parseOperands(from: level + 1))
    }
    return Parser.joined(operands[...], by: sign)
  }

  private static func joined(_ operands: ArraySlice<Expression>, by sign: Operator) -> Expression {
    guard operands.count > 1 else { return operands[operands.startIndex] }
    let middle = operands.startIndex + operands.count / 2
    let left = joined(operands[..<middle], by: sign)
    let right = joined(operands[middle...], by: sign)
    return sign == .or ? .or(left, right) : .and(left, right)
  }

  private mutating func parseNegation() throws(SyntaxError) -> Expression {
    var signs = 0
    while take(.minus) { signs += 1 }
    let operand = try parseUnion()
    if signs == 0 { return operand }
    // Two signs still make a number of what stands behind them.
    return signs.isMultiple(of: 2) ? .negation(.negation(operand)) : .negation(operand)
  }

  private mutating func parseUnion() throws(SyntaxError) -> Expression {
    var left = try parsePath()
    while take(.union) {
      try countChained()
      left = .union(left, try parsePath())
    }
    return left
  }
}
