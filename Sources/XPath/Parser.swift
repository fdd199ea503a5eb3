/// Reads the text of an expression: XPath 1.0 as XForms use it.
///
/// Functions are looked up here, so that a form that calls one we do not have is refused at the
/// desk and not in the village.
public struct Parser {
  let tokens: [Token]
  let library: FunctionLibrary
  var place = 0
  private var depth = 0

  /// How deep brackets may be nested.
  private static let deepest = 200

  /// Returns the expression that the text stands for.
  public static func parse(
    _ source: String, library: FunctionLibrary = .odk
  ) throws(SyntaxError) -> Expression {
    var parser = Parser(tokens: try Lexer.tokens(of: source), library: library)
    let expression = try parser.parseOr()
    guard parser.next.kind == .end else { throw parser.unexpected() }
    return expression
  }

  private init(tokens: [Token], library: FunctionLibrary) {
    self.tokens = tokens
    self.library = library
  }

  var next: Token { tokens[place] }

  /// The token after the next, or the end.
  var afterNext: Token { tokens[min(place + 1, tokens.count - 1)] }

  func isNext(_ sign: Token.Sign) -> Bool { next.kind == .sign(sign) }

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

// Operators, the loosest first (XPath 1.0, 3.5).
extension Parser {
  mutating func parseOr() throws(SyntaxError) -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Parser.deepest else { throw SyntaxError(.tooDeep, at: next.offset) }
    var left = try parseAnd()
    while take(.or) { left = .or(left, try parseAnd()) }
    return left
  }

  private mutating func parseAnd() throws(SyntaxError) -> Expression {
    var left = try parseEquality()
    while take(.and) { left = .and(left, try parseEquality()) }
    return left
  }

  private mutating func parseEquality() throws(SyntaxError) -> Expression {
    var left = try parseRelation()
    while let comparison = takeOperator(Parser.equalities) {
      left = .comparison(comparison, left, try parseRelation())
    }
    return left
  }

  private mutating func parseRelation() throws(SyntaxError) -> Expression {
    var left = try parseSum()
    while let comparison = takeOperator(Parser.relations) {
      left = .comparison(comparison, left, try parseSum())
    }
    return left
  }

  private mutating func parseSum() throws(SyntaxError) -> Expression {
    var left = try parseProduct()
    while let sum = takeOperator(Parser.sums) {
      left = .arithmetic(sum, left, try parseProduct())
    }
    return left
  }

  private mutating func parseProduct() throws(SyntaxError) -> Expression {
    var left = try parseNegation()
    while let product = takeOperator(Parser.products) {
      left = .arithmetic(product, left, try parseNegation())
    }
    return left
  }

  private mutating func parseNegation() throws(SyntaxError) -> Expression {
    var isNegative = false
    var signs = 0
    while take(.minus) {
      isNegative.toggle()
      signs += 1
    }
    let operand = try parseUnion()
    // Two signs still make a number of what stands behind them.
    if signs > 0, !isNegative { return .negation(.negation(operand)) }
    return isNegative ? .negation(operand) : operand
  }

  private mutating func parseUnion() throws(SyntaxError) -> Expression {
    var left = try parsePath()
    while take(.union) { left = .union(left, try parsePath()) }
    return left
  }

  private mutating func takeOperator<Operator>(_ table: [(Token.Sign, Operator)]) -> Operator? {
    guard let row = table.first(where: { isNext($0.0) }) else { return nil }
    place += 1
    return row.1
  }

  private static let equalities: [(Token.Sign, ComparisonOperator)] = [
    (.equal, .equal), (.notEqual, .notEqual),
  ]
  private static let relations: [(Token.Sign, ComparisonOperator)] = [
    (.less, .less), (.lessOrEqual, .lessOrEqual), (.greater, .greater),
    (.greaterOrEqual, .greaterOrEqual),
  ]
  private static let sums: [(Token.Sign, ArithmeticOperator)] = [
    (.plus, .add), (.minus, .subtract),
  ]
  private static let products: [(Token.Sign, ArithmeticOperator)] = [
    (.times, .multiply), (.div, .divide), (.mod, .remainder),
  ]
}
