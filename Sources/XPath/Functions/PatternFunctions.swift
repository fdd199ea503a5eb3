/// `regex`: whether a whole text matches a pattern.
enum PatternFunctions {
  static let all: [XPathFunction] = [
    XPathFunction("regex", 2, specialise: compile) { call throws(EvaluationError) in
      guard let pattern = pattern(try call.text(1)) else { throw .badPattern }
      return try matches(call, pattern)
    }
  ]

  private static func matches(_ call: Call, _ pattern: Pattern) throws(EvaluationError)
    -> XPathValue
  {
    let text = try call.text(0)
    try call.context.spend(pattern.most(over: text))
    return .boolean(pattern.matches(text))
  }

  /// The pattern of a text that is worked out in the form; nil when it is none.
  private static func pattern(_ source: String) -> Pattern? {
    do { return try Pattern(source) } catch { return nil }
  }

  /// A pattern that stands in the form is read once, and refused at the desk if it is none.
  @Sendable private static func compile(
    _ arguments: [Expression]
  ) throws(SyntaxError) -> XPathFunction.Body? {
    guard case .text(let source) = arguments[1] else { return nil }
    let pattern: Pattern
    do {
      pattern = try Pattern(source)
    } catch {
      throw SyntaxError(.badPattern(error.reason), at: 0)
    }
    return { call throws(EvaluationError) in try matches(call, pattern) }
  }
}
